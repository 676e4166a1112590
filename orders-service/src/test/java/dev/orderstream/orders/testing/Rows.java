package dev.orderstream.orders.testing;

import dev.orderstream.delivery.database.Database;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

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

    /// Runs a statement in a transaction of its own.
    public void change(String sql) {
        var _ = QuarkusTransaction.requiringNew().call(() -> database.update(sql));
    }

    /// How many rows an owner has caused, in all tables.
    public long ownedBy(String owner) {
        return Long.parseLong(
                texts(
                                """
                                SELECT (SELECT count(*) FROM customer_order WHERE owner = ?)
                                     + (SELECT count(*) FROM idempotency_key WHERE owner = ?)
                                """,
                                owner,
                                owner)
                        .getFirst());
    }

    /// The types of the events told about an order, in their order.
    public List<String> told(Object orderId) {
        return texts("SELECT type FROM outbox_event WHERE order_id = ? ORDER BY sequence", orderId);
    }
}
