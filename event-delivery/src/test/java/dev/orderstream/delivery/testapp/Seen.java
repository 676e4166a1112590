package dev.orderstream.delivery.testapp;

import dev.orderstream.delivery.database.Database;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/// Counts, transactionally, what handlers did to which order.
@ApplicationScoped
public class Seen {

    private final Database database;

    Seen(Database database) {
        this.database = database;
    }

    void add(UUID orderId, String what) {
        database.update(
                """
                INSERT INTO seen (order_id, what, times) VALUES (?, ?, 1)
                ON CONFLICT (order_id, what) DO UPDATE SET times = seen.times + 1
                """,
                orderId,
                what);
    }

    /// How often this was done to that order.
    public int times(UUID orderId, String what) {
        List<Integer> times =
                QuarkusTransaction.requiringNew()
                        .call(() ->
                                database.query(
                                        "SELECT times FROM seen WHERE order_id = ? AND what = ?",
                                        row -> row.getInt("times"),
                                        orderId,
                                        what));
        return times.isEmpty() ? 0 : times.getFirst();
    }
}
