package dev.orderstream.payments.testing;

import dev.orderstream.delivery.database.Database;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the service has stored, read from outside it.
@ApplicationScoped
public class PaymentsDatabase {

    private final Database database;

    PaymentsDatabase(Database database) {
        this.database = database;
    }

    /// An event in the outbox.
    public record Told(String type, UUID causationId, String payload) {}

    /// A call to the gateway.
    public record Call(String kind, String state, int attempt, @Nullable String lastProblem) {}

    /// Does something while whoever looks into this table has to wait.
    public void whileNobodyCanRead(String table, Runnable action) {
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    database.update("LOCK TABLE " + table + " IN ACCESS EXCLUSIVE MODE");
                    action.run();
                });
    }

    /// The events told of an order, oldest first.
    public List<Told> told(UUID orderId) {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        database.query(
                                """
                                SELECT type, causation_id, payload FROM outbox_event
                                WHERE order_id = ? ORDER BY sequence
                                """,
                                row ->
                                        new Told(
                                                row.getString("type"),
                                                Database.uuid(row, "causation_id"),
                                                row.getString("payload")),
                                orderId));
    }

    /// The calls made for an order, oldest first.
    public List<Call> calls(UUID orderId) {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        database.query(
                                """
                                SELECT kind, state, attempt, last_problem FROM effect
                                WHERE order_id = ? ORDER BY id
                                """,
                                row ->
                                        new Call(
                                                row.getString("kind"),
                                                row.getString("state"),
                                                row.getInt("attempt"),
                                                row.getString("last_problem")),
                                orderId));
    }

    /// What the ledger says is with the gateway of an order's money, in minor units.
    public long balance(UUID orderId) {
        return count(
                """
                SELECT COALESCE(sum(CASE WHEN debit_account = 'GATEWAY' THEN t.amount_minor
                                         ELSE -t.amount_minor END), 0)
                FROM ledger_transfer AS t JOIN payment USING (payment_id) WHERE order_id = ?
                """,
                orderId);
    }

    /// The gateway's id of an order's charge.
    public String reference(UUID orderId) {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        database.query(
                                        """
                                        SELECT COALESCE(gateway_reference, action_reference) AS reference
                                        FROM payment WHERE order_id = ?
                                        """,
                                        row -> row.getString("reference"),
                                        orderId)
                                .getFirst());
    }

    /// How many rows a query counts.
    public long count(String sql, @Nullable Object... parameters) {
        return QuarkusTransaction.requiringNew()
                .call(() -> database.query(sql, row -> row.getLong(1), parameters).getFirst());
    }

    /// Runs one statement.
    public void run(String sql, @Nullable Object... parameters) {
        QuarkusTransaction.requiringNew().run(() -> database.update(sql, parameters));
    }
}
