package dev.orderstream.operations.bench;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads `5ms`.
final class MillisConverter implements ITypeConverter<Duration> {

    private static final Pattern MILLIS = Pattern.compile("(\\d{1,6})ms");

    @Override
    public Duration convert(String value) {
        Matcher millis = MILLIS.matcher(value);
        if (!millis.matches()) {
            throw new TypeConversionException("'" + value + "' is not like 5ms");
        }
        return Duration.ofMillis(Long.parseLong(millis.group(1)));
    }
}
