package dev.orderstream.orders.streaming;

import dev.orderstream.delivery.database.Database;
import dev.orderstream.orders.lifecycle.OrderStatus;
import dev.orderstream.orders.timeline.TimelineEntry;
import dev.orderstream.orders.timeline.TimelineStep;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// What streams read of orders, many orders in one statement.
@ApplicationScoped
class FollowedOrders {

    private final Database database;

    FollowedOrders(Database database) {
        this.database = database;
    }

    /// How many steps each order has. Steps are only added, so another number means news; the
    /// primary key alone answers.
    Map<UUID, Integer> lengths(Collection<UUID> orders) {
        Map<UUID, Integer> lengths = new HashMap<>();
        database.query(
                        """
                        SELECT order_id, count(*) FROM timeline_entry
                        WHERE order_id = ANY(?::uuid[]) GROUP BY order_id
                        """,
                        row -> Map.entry(Database.uuid(row, "order_id"), row.getInt("count")),
                        List.copyOf(orders))
                .forEach(row -> lengths.put(row.getKey(), row.getValue()));
        return lengths;
    }

    /// The orders with all of their steps.
    Map<UUID, Followed> read(Collection<UUID> orders) {
        return database
                .query(
                        """
                        SELECT order_id, status, ended, at, step, detail, event_id
                        FROM order_state JOIN timeline_entry USING (order_id)
                        WHERE order_id = ANY(?::uuid[]) ORDER BY order_id, at, event_id
                        """,
                        row ->
                                new Row(
                                        Database.uuid(row, "order_id"),
                                        row.getString("status"),
                                        row.getBoolean("ended"),
                                        Database.instant(row, "at"),
                                        row.getString("step"),
                                        row.getString("detail"),
                                        Database.uuid(row, "event_id")),
                        List.copyOf(orders))
                .stream()
                .collect(
                        Collectors.groupingBy(
                                Row::orderId,
                                Collectors.collectingAndThen(
                                        Collectors.toList(), FollowedOrders::followed)));
    }

    /// One order that this replica does not understand says nothing about the others.
    private static Followed followed(List<Row> rows) {
        Row order = rows.getFirst();
        try {
            return new Followed.Known(
                    OrderStatus.valueOf(order.status()),
                    order.ended(),
                    rows.stream().map(Row::entry).toList());
        } catch (IllegalArgumentException e) {
            return new Followed.Unknown(String.valueOf(e.getMessage()));
        }
    }

    /// As it is stored.
    private record Row(
            UUID orderId,
            String status,
            boolean ended,
            Instant at,
            String step,
            String detail,
            UUID eventId) {

        TimelineEntry entry() {
            return new TimelineEntry(orderId, at, TimelineStep.valueOf(step), detail, eventId);
        }
    }
}
