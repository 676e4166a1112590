package dev.orderstream.shipping.testing;

import dev.orderstream.delivery.database.Database;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/// What is in the database.
@ApplicationScoped
public class Rows {

    private final Database database;

    Rows(Database database) {
        this.database = database;
    }

    /// The first column of a query, as text.
    public List<String> texts(String sql, Object... parameters) {
        return QuarkusTransaction.requiringNew()
                .call(() -> database.query(sql, row -> row.getString(1), parameters));
    }

    public void change(String sql, Object... parameters) {
        QuarkusTransaction.requiringNew().run(() -> database.update(sql, parameters));
    }

    /// As if the carrier had been asked to take the parcels of these orders for days. Locks in the
    /// order of ids, as the service does.
    public void waitForDays(List<UUID> orders) {
        change(
                """
                WITH locked AS MATERIALIZED (
                  SELECT order_id FROM shipment WHERE order_id = ANY (?::uuid[])
                  ORDER BY order_id FOR UPDATE)
                UPDATE shipment AS s SET handing_over_at = handing_over_at - interval '4 days'
                FROM locked WHERE s.order_id = locked.order_id
                """,
                orders);
    }

    /// The types of the events told about an order, in their order.
    public List<String> told(Object orderId) {
        return texts("SELECT type FROM outbox_event WHERE order_id = ? ORDER BY sequence", orderId);
    }
}
