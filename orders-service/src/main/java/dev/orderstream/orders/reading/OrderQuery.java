package dev.orderstream.orders.reading;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The conditions of a page of orders, and their parameters.
///
/// Instants become ranges of ids too, so that a list of last year's orders begins there.
final class OrderQuery {

    private static final UUID NEWEST = new UUID(-1L, -1L);

    /// An id is made after the time of its order is taken, and so much later at most.
    private static final Duration ID_LATER_MAX = Duration.ofMinutes(1);

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    /// Everything that the caller may see, passes the filter and comes after the cursor.
    static OrderQuery of(Caller caller, OrderFilter filter, @Nullable Cursor cursor) {
        var query = new OrderQuery();
        query.where("id < :before", "before", cursor == null ? NEWEST : cursor.after());
        if (!caller.operator()) {
            query.where("owner = :owner", "owner", caller.subject());
        }
        if (filter.overdue()) {
            query.conditions.add("ended = false and id in (select o.orderId from OverdueRow o)");
        }
        if (!filter.statuses().isEmpty()) {
            query.where("status in :statuses", "statuses", filter.statuses());
        }
        query.placed(filter.placedAfter(), filter.placedBefore());
        return query;
    }

    String text() {
        return String.join(" and ", conditions);
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    private void placed(@Nullable Instant after, @Nullable Instant before) {
        if (after != null) {
            where("placedAt >= :placedAfter", "placedAfter", after);
            where("id >= :first", "first", OrderIds.first(after));
        }
        if (before != null) {
            where("placedAt < :placedBefore", "placedBefore", before);
            where("id < :end", "end", OrderIds.first(before.plus(ID_LATER_MAX)));
        }
    }

    private void where(String condition, String name, Object value) {
        conditions.add(condition);
        parameters.put(name, value);
    }
}
