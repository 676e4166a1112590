package dev.orderstream.operations.demo;

import dev.orderstream.operations.reconcile.AcceptedOrder;

/// What came of posting an order.
sealed interface Answer {

    /// 201: there is such an order now.
    record Accepted(AcceptedOrder order) implements Answer {}

    /// 4xx: there is none and there will be none.
    ///
    /// @param reason the problem's code, and where and why, for a count
    record Rejected(String reason) implements Answer {}

    /// Nobody said whether there is one, however often it was asked for.
    record Unanswered(String why) implements Answer {}
}
