package dev.orderstream.orders.streaming;

import dev.orderstream.orders.lifecycle.OrderStatus;
import dev.orderstream.orders.timeline.TimelineEntry;
import java.util.List;

/// What one statement saw of an order that is followed.
sealed interface Followed {

    /// An order and its steps.
    ///
    /// @param ended nothing more is to come
    record Known(OrderStatus status, boolean ended, List<TimelineEntry> steps)
            implements Followed {}

    /// An order with a status or a step that is none here: a newer replica stored it.
    ///
    /// @param why for the log
    record Unknown(String why) implements Followed {}
}
