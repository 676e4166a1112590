package dev.orderstream.orders.streaming;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Which steps of an order were sent, as text that says nothing to its reader.
///
/// Steps become visible out of order: what began earlier may be committed later, and clocks differ.
/// No last step says that all before it were sent, so a position is the set of them. Any replica
/// can go on from it, and orders have few steps.
///
/// @param sent the random half of each step's event id
record Position(Set<Long> sent) {

    /// Nothing was sent.
    static final Position START = new Position(Set.of());

    /// An order has about ten steps; what is longer was not written by us.
    private static final int STEPS_MAX = 128;

    Position {
        sent = Set.copyOf(sent);
    }

    boolean has(UUID eventId) {
        return sent.contains(eventId.getLeastSignificantBits());
    }

    Position with(UUID eventId) {
        Set<Long> more = new HashSet<>(sent);
        more.add(eventId.getLeastSignificantBits());
        return new Position(more);
    }

    String text() {
        ByteBuffer bytes = ByteBuffer.allocate(sent.size() * Long.BYTES);
        sent.stream().sorted().forEach(bytes::putLong);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /// The position that this text is, if it is one.
    static Optional<Position> parse(String text) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (bytes.length % Long.BYTES != 0 || bytes.length > STEPS_MAX * Long.BYTES) {
            return Optional.empty();
        }
        Set<Long> sent = new HashSet<>();
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            sent.add(buffer.getLong());
        }
        return Optional.of(new Position(sent));
    }
}
