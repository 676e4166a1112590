package dev.orderstream.orders.reading;

import dev.orderstream.orders.problems.ProblemCode;
import dev.orderstream.orders.problems.ProblemException;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;

/// Order ids in paths: what cannot be one is an order that does not exist.
public final class OrderIds {

    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private OrderIds() {}

    /// The id that this text is.
    ///
    /// @throws ProblemException when it is none
    public static UUID parse(String text) {
        if (!UUID_TEXT.matcher(text).matches()) {
            throw notFound();
        }
        return UUID.fromString(text);
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
