package dev.orderstream.orders.reading;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/// A place in a list, as text that says nothing to its reader.
///
/// @param after the last element of the page before
public record Cursor(UUID after) {

    private static final int BYTES = 16;

    /// The text that `parse` reads.
    public String text() {
        byte[] bytes =
                ByteBuffer.allocate(BYTES)
                        .putLong(after.getMostSignificantBits())
                        .putLong(after.getLeastSignificantBits())
                        .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// The cursor that this text is, if it is one.
    public static Optional<Cursor> parse(String text) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (bytes.length != BYTES) {
            return Optional.empty();
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return Optional.of(new Cursor(new UUID(buffer.getLong(), buffer.getLong())));
    }
}
