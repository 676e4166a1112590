package dev.orderstream.email.composing;

import dev.orderstream.events.Money;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes amounts as the customer reads them; minor units by the exponent of ISO 4217.
@ApplicationScoped
class MoneyFormat {

    /// Only these are kept: a locale is input, and the cache must not grow with it.
    private static final Set<Locale> KNOWN =
            Arrays.stream(NumberFormat.getAvailableLocales())
                    .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> CURRENCIES =
            Currency.getAvailableCurrencies().stream()
                    .filter(currency -> currency.getDefaultFractionDigits() >= 0)
                    .map(Currency::getCurrencyCode)
                    .collect(Collectors.toUnmodifiableSet());

    private record Key(Locale locale, String currency) {}

    private final Map<Key, NumberFormat> formats = new ConcurrentHashMap<>();
    private final Locale defaultLocale;

    MoneyFormat(ComposingConfig config) {
        this.defaultLocale = Locale.forLanguageTag(config.defaultLocale());
    }

    /// The locale of an IETF BCP 47 tag if it is known, the default otherwise.
    Locale locale(@Nullable String tag) {
        if (tag == null) {
            return defaultLocale;
        }
        Locale locale = Locale.forLanguageTag(tag);
        return locale.getLanguage().isEmpty() || !KNOWN.contains(locale) ? defaultLocale : locale;
    }

    /// An amount in its currency; in one that is not known here, its minor units and its code.
    String format(Money money, Locale locale) {
        if (!CURRENCIES.contains(money.currency())) {
            return money.currency() + " " + money.amount();
        }
        NumberFormat format =
                formats.computeIfAbsent(new Key(locale, money.currency()), MoneyFormat::make);
        int exponent = format.getMaximumFractionDigits();
        // A format is not for two threads at once, and a copy is cheap.
        return ((NumberFormat) format.clone()).format(BigDecimal.valueOf(money.amount(), exponent));
    }

    private static NumberFormat make(Key key) {
        Currency currency = Currency.getInstance(key.currency());
        NumberFormat format = NumberFormat.getCurrencyInstance(key.locale());
        format.setCurrency(currency);
        int exponent = currency.getDefaultFractionDigits();
        format.setMinimumFractionDigits(exponent);
        format.setMaximumFractionDigits(exponent);
        return format;
    }
}
