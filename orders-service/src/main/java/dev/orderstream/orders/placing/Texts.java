package dev.orderstream.orders.placing;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Rules for single texts; plain functions.
final class Texts {

    /// The syntax of the HTML standard's e-mail input, with at least one dot in the domain.
    private static final Pattern EMAIL =
            Pattern.compile(
                    "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}"
                            + "@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+"
                            + "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?");

    /// The gateway's tokens begin so; a card number never does.
    private static final Pattern PAYMENT_METHOD = Pattern.compile("pm_[A-Za-z0-9_]+");

    private static final Set<String> COUNTRIES =
            Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

    private Texts() {}

    static boolean isEmail(String text) {
        return EMAIL.matcher(text).matches();
    }

    static boolean isPaymentMethod(String text) {
        return PAYMENT_METHOD.matcher(text).matches();
    }

    static boolean isCountry(String text) {
        return COUNTRIES.contains(text);
    }

    static boolean isLanguageTag(String text) {
        try {
            return !new Locale.Builder().setLanguageTag(text).build().getLanguage().isEmpty();
        } catch (IllformedLocaleException e) {
            return false;
        }
    }
}
