package dev.orderstream.email.composing;

import dev.orderstream.delivery.database.Database;
import dev.orderstream.delivery.memory.Recent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.UUID;

/// The orders that are known. What their mails say about them never changes, and the mails of an
/// order follow each other: recent ones are kept in memory.
@ApplicationScoped
public class KnownOrders {

    /// So many lines of orders are kept, each of about 500 bytes with the text that shows it.
    private static final int RECENT_LINES_MAX = 40_000;

    private final Database database;
    private final Json json;
    private final Recent<UUID, KnownOrder> recent =
            new Recent<>(RECENT_LINES_MAX, order -> order.details().lines().size() + 1);

    KnownOrders(Database database, Json json) {
        this.database = database;
        this.json = json;
    }

    /// An order.
    ///
    /// @throws IllegalStateException when it is not known
    public KnownOrder get(UUID orderId) {
        KnownOrder known = recent.get(orderId);
        if (known == null) {
            known = new KnownOrder(orderId, read(orderId));
            recent.put(orderId, known);
        }
        return known;
    }

    /// Keeps details that are stored, so that they need not be read for the first mail.
    void remember(UUID orderId, OrderDetails details) {
        recent.put(orderId, new KnownOrder(orderId, details));
    }

    private OrderDetails read(UUID orderId) {
        return database
                .query(
                        "SELECT details FROM mail_order WHERE order_id = ? AND details IS NOT NULL",
                        row ->
                                Objects.requireNonNull(
                                        json.readOrNull(
                                                row.getString("details"), OrderDetails.class)),
                        orderId)
                .stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("order " + orderId + " is not known"));
    }
}
