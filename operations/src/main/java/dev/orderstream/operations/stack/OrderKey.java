package dev.orderstream.operations.stack;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The order that a record is about: its key is the order's id.
public final class OrderKey {

    private static final int UUID_LENGTH = 36;

    private OrderKey() {}

    /// The order; empty when the key is no id.
    public static Optional<UUID> read(byte @Nullable [] key) {
        return key == null ? Optional.empty() : read(new String(key, StandardCharsets.US_ASCII));
    }

    /// The order; empty when the text is no id.
    public static Optional<UUID> read(@Nullable String text) {
        if (text == null || text.length() != UUID_LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
