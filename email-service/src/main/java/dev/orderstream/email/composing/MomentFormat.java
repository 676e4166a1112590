package dev.orderstream.email.composing;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/// Writes moments as the customer reads them; in UTC, because nobody knows where the customer is.
final class MomentFormat {

    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                    .withZone(ZoneOffset.UTC);

    private MomentFormat() {}

    static String format(Instant moment, Locale locale) {
        return FORMAT.localizedBy(locale).format(moment) + " UTC";
    }
}
