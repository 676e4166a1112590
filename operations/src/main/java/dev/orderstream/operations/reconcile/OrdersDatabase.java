package dev.orderstream.operations.reconcile;

import dev.orderstream.events.Money;
import dev.orderstream.operations.stack.Databases;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/// What orders-service has stored.
final class OrdersDatabase implements Source {

    private static final String DATABASE = "orders";

    private final Databases databases;

    OrdersDatabase(Databases databases) {
        this.databases = databases;
    }

    @Override
    public void read(EvidenceFiles files) throws SQLException {
        databases.forEach(
                DATABASE,
                """
                SELECT o.id, o.total_minor, o.currency, s.status
                FROM customer_order o JOIN order_state s ON s.order_id = o.id
                WHERE o.id = ANY(?)
                """,
                files.orders(),
                row -> order(row, files));
        databases.forEach(
                DATABASE,
                "SELECT order_id, event_id FROM timeline_entry WHERE order_id = ANY(?)",
                files.orders(),
                row -> timeline(row, files));
    }

    private static void order(ResultSet row, EvidenceFiles files) throws SQLException {
        Money total = new Money(row.getLong("total_minor"), row.getString("currency"));
        StoredOrder order = new StoredOrder(total, row.getString("status"));
        files.of(row.getObject("id", UUID.class)).ifPresent(found -> found.orders.add(order));
    }

    private static void timeline(ResultSet row, EvidenceFiles files) throws SQLException {
        UUID event = row.getObject("event_id", UUID.class);
        files.of(row.getObject("order_id", UUID.class))
                .ifPresent(found -> found.timeline.add(event));
    }
}
