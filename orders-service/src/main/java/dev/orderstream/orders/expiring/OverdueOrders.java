package dev.orderstream.orders.expiring;

import dev.orderstream.delivery.database.Database;
import dev.orderstream.orders.lifecycle.OrderStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The rows of `overdue_order`, and how far the orders have been looked through for them.
@ApplicationScoped
class OverdueOrders {

    private final Database database;

    OverdueOrders(Database database) {
        this.database = database;
    }

    /// An order that is past its time.
    record Old(UUID id, boolean ended) {}

    /// The last order that was looked at, locked until the transaction ends; empty while another
    /// replica has the lock.
    Optional<UUID> lockWatermark() {
        return database
                .query(
                        "SELECT order_id FROM expiry_watermark FOR UPDATE SKIP LOCKED",
                        row -> Database.uuid(row, "order_id"))
                .stream()
                .findFirst();
    }

    /// The orders after the watermark and below an id, oldest first.
    List<Old> after(UUID watermark, UUID below, int countMax) {
        return database.query(
                """
                SELECT order_id, ended FROM order_state
                WHERE order_id > ?::uuid AND order_id < ?::uuid ORDER BY order_id LIMIT ?
                """,
                row -> new Old(Database.uuid(row, "order_id"), row.getBoolean("ended")),
                watermark,
                below,
                countMax);
    }

    void moveWatermark(UUID orderId) {
        int _ = database.update("UPDATE expiry_watermark SET order_id = ?", orderId);
    }

    void add(Collection<UUID> orderIds, Instant noticedAt) {
        int _ =
                database.update(
                        """
                        INSERT INTO overdue_order (order_id, noticed_at)
                        SELECT order_id, ?::timestamptz FROM unnest(?::uuid[]) AS t(order_id)
                        ON CONFLICT DO NOTHING
                        """,
                        noticedAt,
                        List.copyOf(orderIds));
    }

    /// Removes those that ended for good. A cancelled one stays: should it turn out to be paid
    /// after all, it is overdue until its refund.
    void removeEnded() {
        int _ =
                database.update(
                        """
                        DELETE FROM overdue_order o USING order_state s
                        WHERE s.order_id = o.order_id AND s.ended AND s.status <> ?
                        """,
                        OrderStatus.CANCELLED.name());
    }

    /// How many have not ended, by their status.
    Map<OrderStatus, Long> count() {
        Map<OrderStatus, Long> counts = new EnumMap<>(OrderStatus.class);
        database.query(
                        """
                        SELECT s.status, count(*) AS orders
                        FROM overdue_order o JOIN order_state s USING (order_id)
                        WHERE NOT s.ended GROUP BY s.status
                        """,
                        row ->
                                Map.entry(
                                        OrderStatus.valueOf(row.getString("status")),
                                        row.getLong("orders")))
                .forEach(row -> counts.put(row.getKey(), row.getValue()));
        return counts;
    }
}
