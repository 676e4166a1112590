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

    /// As if the carrier had been asked to take the parcels of these orders for days. Each in a
    /// transaction of its own, which holds one row and so cannot deadlock with the service.
    public void waitForDays(List<UUID> orders) {
        for (UUID order : orders) {
            change(
                    "UPDATE effect SET begun_at = begun_at - interval '4 days'"
                            + " WHERE order_id = ? AND kind = 'dispatch'",
                    order);
        }
    }

    /// The types of the events told about an order, in their order.
    public List<String> told(Object orderId) {
        return texts("SELECT type FROM outbox_event WHERE order_id = ? ORDER BY sequence", orderId);
    }
}
