package dev.orderstream.orders.cancelling;

import dev.orderstream.orders.problems.ProblemCode;
import dev.orderstream.orders.reading.OrderView;

/// What came of a request to cancel an order.
sealed interface Cancelling {

    /// It is asked for, now or before.
    record Accepted(OrderView order) implements Cancelling {}

    /// It cannot be, and why.
    record Refused(ProblemCode code, String detail) implements Cancelling {}

    /// The caller has no such order.
    record Unknown() implements Cancelling {}
}
