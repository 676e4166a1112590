package dev.orderstream.orders.reading;

import dev.orderstream.orders.lifecycle.OrderStatus;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which orders a list shows; each rule that is there narrows it.
///
/// @param overdue only those past their time that have not ended
/// @param statuses only those with one of these; none for all
/// @param placedAfter the first instant that counts
/// @param placedBefore the first instant that no longer counts
record OrderFilter(
        boolean overdue,
        Set<OrderStatus> statuses,
        @Nullable Instant placedAfter,
        @Nullable Instant placedBefore) {
    OrderFilter {
        statuses = Set.copyOf(statuses);
    }
}
