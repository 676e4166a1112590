package dev.orderstream.email.testing;

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

    /// The types of the events told about an order, in their order.
    public List<String> told(Object orderId) {
        return texts("SELECT type FROM outbox_event WHERE order_id = ? ORDER BY sequence", orderId);
    }

    /// The same, once there are so many or the time is over.
    public List<String> told(UUID order, int count) {
        var unused =
                Waiting.until(
                        List.of(Integer.toString(count)),
                        () -> texts("SELECT count(*) FROM outbox_event WHERE order_id = ?", order));
        return told(order);
    }

    /// How many mails of an order are in a state.
    public List<String> mailsIn(UUID order, String state) {
        return texts("SELECT count(*) FROM mail WHERE order_id = ? AND state = ?", order, state);
    }

    /// Why the mails of an order failed.
    public List<String> reason(UUID order) {
        return texts(
                "SELECT payload::json ->> 'reason' FROM outbox_event WHERE order_id = ?", order);
    }

    /// What operators read about the failed mails of an order.
    public List<String> problems(UUID order) {
        return texts(
                "SELECT problem FROM mail WHERE order_id = ? AND failed_at IS NOT NULL", order);
    }

    /// Whether each mail of an order was tried and is tried again.
    public List<String> triedAgain(UUID order) {
        return texts("SELECT attempt > 1 FROM effect WHERE order_id = ?", order);
    }

    /// As if the mails of an order had been tried for days.
    public void tryForDays(UUID order) {
        change(
                "UPDATE effect SET begun_at = begun_at - interval '4 days' WHERE order_id = ?",
                order);
    }

    /// How many mails of these orders are sent.
    public List<String> sent(List<UUID> orders) {
        return texts(
                "SELECT count(*) FROM mail WHERE order_id = ANY (?::uuid[]) AND state = 'SENT'",
                orders);
    }
}
