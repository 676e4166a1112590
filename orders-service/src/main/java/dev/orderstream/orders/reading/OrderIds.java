package dev.orderstream.orders.reading;

import dev.orderstream.orders.problems.ProblemCode;
import dev.orderstream.orders.problems.ProblemException;
import dev.orderstream.orders.requests.IdText;
import java.time.Instant;
import java.util.UUID;

/// Order ids in paths: what cannot be one is an order that does not exist.
public final class OrderIds {

    private OrderIds() {}

    /// The id that this text is.
    ///
    /// @throws ProblemException when it is none
    public static UUID parse(String text) {
        return IdText.parse(text).orElseThrow(OrderIds::notFound);
    }

    /// The least id that an order of this time or later can have: UUIDv7 (RFC 9562) begins with the
    /// milliseconds since 1970.
    public static UUID first(Instant time) {
        long version7 = 0x7000;
        return new UUID(time.toEpochMilli() << 16 | version7, Long.MIN_VALUE);
    }

    /// The one answer for orders that do not exist and for those of somebody else.
    public static ProblemException notFound() {
        return new ProblemException(ProblemCode.ORDER_NOT_FOUND, "No order of yours has this id.");
    }
}
