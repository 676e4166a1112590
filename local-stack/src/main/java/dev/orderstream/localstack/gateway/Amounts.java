package dev.orderstream.localstack.gateway;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What the gateway takes: currencies, smallest and largest amounts (docs.stripe.com/currencies).
final class Amounts {

    private static final long MAX = 99_999_999;
    private static final Set<String> CURRENCIES =
            Currency.getAvailableCurrencies().stream()
                    .filter(currency -> currency.getDefaultFractionDigits() >= 0)
                    .map(currency -> currency.getCurrencyCode().toLowerCase(Locale.ROOT))
                    .collect(Collectors.toUnmodifiableSet());

    /// In minor units.
    private static final Map<String, Long> MINIMUM =
            Map.ofEntries(
                    Map.entry("usd", 50L),
                    Map.entry("aed", 200L),
                    Map.entry("aud", 50L),
                    Map.entry("bgn", 100L),
                    Map.entry("brl", 50L),
                    Map.entry("cad", 50L),
                    Map.entry("chf", 50L),
                    Map.entry("czk", 1500L),
                    Map.entry("dkk", 250L),
                    Map.entry("eur", 50L),
                    Map.entry("gbp", 30L),
                    Map.entry("hkd", 400L),
                    Map.entry("huf", 17_500L),
                    Map.entry("inr", 50L),
                    Map.entry("jpy", 50L),
                    Map.entry("mxn", 1000L),
                    Map.entry("myr", 200L),
                    Map.entry("nok", 300L),
                    Map.entry("nzd", 50L),
                    Map.entry("pln", 200L),
                    Map.entry("ron", 200L),
                    Map.entry("sek", 300L),
                    Map.entry("sgd", 50L),
                    Map.entry("thb", 1000L));

    private Amounts() {}

    static String currency(Form form) {
        String currency = form.required("currency").toLowerCase(Locale.ROOT);
        if (!CURRENCIES.contains(currency)) {
            throw ApiError.invalid(null, "Invalid currency: " + currency, "currency");
        }
        return currency;
    }

    static long amount(Form form, String currency) {
        form.required("amount");
        Long amount = form.positive("amount");
        if (amount == null) {
            throw ApiError.missing("amount");
        }
        long minimum = MINIMUM.getOrDefault(currency, 1L);
        if (amount < minimum) {
            throw ApiError.invalid(
                    "amount_too_small",
                    "Amount must be at least " + show(minimum, currency),
                    "amount");
        }
        if (amount > MAX) {
            throw ApiError.invalid(
                    "amount_too_large",
                    "Amount must be no more than " + show(MAX, currency),
                    "amount");
        }
        return amount;
    }

    static String show(long minor, String currency) {
        String code = currency.toUpperCase(Locale.ROOT);
        int digits = Currency.getInstance(code).getDefaultFractionDigits();
        return BigDecimal.valueOf(minor, digits).toPlainString() + " " + currency;
    }
}
