package dev.orderstream.localstack.gateway;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The parameters of one request, checked as the gateway checks them.
record Form(Map<String, String> values) {

    private static final int METADATA_KEYS_MAX = 50;
    private static final int METADATA_KEY_CHARS_MAX = 40;
    private static final int METADATA_VALUE_CHARS_MAX = 500;

    void allowOnly(Set<String> names) {
        for (String name : values.keySet()) {
            int bracket = name.indexOf('[');
            if (!names.contains(bracket < 0 ? name : name.substring(0, bracket))) {
                throw ApiError.invalid(
                        "parameter_unknown", "Received unknown parameter: " + name, name);
            }
        }
    }

    @Nullable String text(String name) {
        String value = values.get(name);
        return value == null || value.isEmpty() ? null : value;
    }

    String required(String name) {
        String value = text(name);
        if (value == null) {
            throw ApiError.missing(name);
        }
        return value;
    }

    boolean flag(String name) {
        String value = text(name);
        if (value == null || value.equals("false")) {
            return false;
        }
        if (value.equals("true")) {
            return true;
        }
        throw ApiError.invalid(null, "Invalid boolean: " + value, name);
    }

    @Nullable Long number(String name) {
        String value = text(name);
        if (value == null) {
            return null;
        }
        try {
            return Long.valueOf(value);
        } catch (NumberFormatException e) {
            throw ApiError.invalid("parameter_invalid_integer", "Invalid integer: " + value, name);
        }
    }

    @Nullable Long positive(String name) {
        Long value = number(name);
        if (value != null && value < 1) {
            throw ApiError.invalid(
                    "parameter_invalid_integer",
                    "This value must be greater than or equal to 1.",
                    name);
        }
        return value;
    }

    List<String> list(String name) {
        List<String> list = new ArrayList<>();
        String item = values.get(name + "[0]");
        while (item != null) {
            list.add(item);
            item = values.get(name + "[" + list.size() + "]");
        }
        return list;
    }

    boolean expands(String field) {
        return list("expand").contains(field);
    }

    /// One of the given words, or null where absent.
    @Nullable String word(String name, Set<String> words) {
        String value = text(name);
        if (value != null && !words.contains(value)) {
            throw ApiError.invalid(
                    null, "Invalid " + name + ": must be one of " + String.join(", ", words), name);
        }
        return value;
    }

    Map<String, String> metadata() {
        Map<String, String> metadata = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            if (name.startsWith("metadata[") && name.endsWith("]") && !value.isEmpty()) {
                String key = name.substring("metadata[".length(), name.length() - 1);
                checkMetadata(key, value);
                metadata.put(key, value);
            }
        });
        if (metadata.size() > METADATA_KEYS_MAX) {
            throw ApiError.invalid(null, "Metadata can have up to 50 keys.", "metadata");
        }
        // A map of one is much smaller when it cannot grow.
        return metadata.size() == 1 ? Map.copyOf(metadata) : metadata;
    }

    private static void checkMetadata(String key, String value) {
        if (key.length() > METADATA_KEY_CHARS_MAX) {
            throw ApiError.invalid(null, "Metadata keys can have up to 40 characters.", "metadata");
        }
        if (value.length() > METADATA_VALUE_CHARS_MAX) {
            throw ApiError.invalid(
                    null,
                    "Metadata values can have up to 500 characters.",
                    "metadata[" + key + "]");
        }
    }
}
