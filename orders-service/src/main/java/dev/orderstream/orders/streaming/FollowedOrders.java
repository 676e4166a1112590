package dev.orderstream.orders.streaming;

import dev.orderstream.delivery.database.Database;
import dev.orderstream.orders.lifecycle.OrderStatus;
import dev.orderstream.orders.timeline.TimelineEntry;
import dev.orderstream.orders.timeline.TimelineStep;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

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
        Map<UUID, Followed> followed = new HashMap<>();
        database.query(
                        """
                        SELECT order_id, status, ended, at, step, detail, event_id
                        FROM order_state JOIN timeline_entry USING (order_id)
                        WHERE order_id = ANY(?::uuid[]) ORDER BY order_id, at, event_id
                        """,
                        row ->
                                new Row(
                                        OrderStatus.valueOf(row.getString("status")),
                                        row.getBoolean("ended"),
                                        new TimelineEntry(
                                                Database.uuid(row, "order_id"),
                                                Database.instant(row, "at"),
                                                TimelineStep.valueOf(row.getString("step")),
                                                row.getString("detail"),
                                                Database.uuid(row, "event_id"))),
                        List.copyOf(orders))
                .forEach(row ->
                        followed.computeIfAbsent(row.entry().orderId(), id -> row.order())
                                .steps()
                                .add(row.entry()));
        return followed;
    }

    private record Row(OrderStatus status, boolean ended, TimelineEntry entry) {

        Followed order() {
            return new Followed(status, ended, new ArrayList<>());
        }
    }
}
