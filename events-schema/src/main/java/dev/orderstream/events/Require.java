package dev.orderstream.events;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What every payload record checks about itself, so that a schema violation cannot become an
/// object.
///
/// The messages name the field and the rule, never the value: they end up in dead-letter headers.
final class Require {

    static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

    private Require() {}

    static void present(String field, @Nullable Object value) {
        if (value == null) {
            throw new IllegalArgumentException(field + " is missing");
        }
    }

    static <T> List<T> notEmpty(String field, @Nullable List<T> values) {
        if (values == null || values.isEmpty()) {
            throw new IllegalArgumentException(field + " must have at least one element");
        }
        return values;
    }

    static void text(String field, @Nullable String value, int lengthMax) {
        if (value == null || value.isEmpty() || value.length() > lengthMax) {
            throw new IllegalArgumentException(
                    field + " must have 1 to " + lengthMax + " characters");
        }
    }

    static void textOrNull(String field, @Nullable String value, int lengthMax) {
        if (value != null && value.length() > lengthMax) {
            throw new IllegalArgumentException(
                    field + " must have at most " + lengthMax + " characters");
        }
    }

    static void matches(String field, @Nullable String value, Pattern pattern) {
        if (value == null || !pattern.matcher(value).matches()) {
            throw new IllegalArgumentException(field + " must match " + pattern);
        }
    }

    static void positive(String field, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(field + " must be at least 1");
        }
    }

    static void notNegative(String field, long value) {
        if (value < 0) {
            throw new IllegalArgumentException(field + " must not be negative");
        }
    }
}
