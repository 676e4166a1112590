package dev.orderstream.operations.demo;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Turns the names of countries, as a retailer writes them, into ISO 3166-1 codes.
final class Countries {

    private static final Map<String, String> BY_NAME = new HashMap<>();

    static {
        Arrays.stream(Locale.getISOCountries())
                .forEach(code ->
                        BY_NAME.put(Locale.of("", code).getDisplayCountry(Locale.ENGLISH), code));
        BY_NAME.put("EIRE", "IE");
        BY_NAME.put("USA", "US");
        BY_NAME.put("RSA", "ZA");
        BY_NAME.put("Czech Republic", "CZ");
        // Jersey and Guernsey have codes, the islands together have none: the
        // larger of them stands for both.
        BY_NAME.put("Channel Islands", "JE");
    }

    private Countries() {}

    /// The code; a name that stands for no country stays as it is, for the API to refuse.
    static String code(String name) {
        return BY_NAME.getOrDefault(name.strip(), name);
    }
}
