package dev.orderstream.payments.charging;

import dev.orderstream.delivery.database.Database;
import dev.orderstream.delivery.outbox.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// The calls that are still to be made for charges.
@ApplicationScoped
class Charges {

    private final Database database;

    Charges(Database database) {
        this.database = database;
    }

    /// Takes back the charges that no worker has begun with, in the current transaction.
    ///
    /// To be called before the payments are locked: whoever records an answer locks in that order
    /// too. A worker that is claiming one just now is waited for, and keeps it.
    ///
    /// @return the orders that are not charged any more
    Set<UUID> withdraw(Collection<UUID> orderIds) {
        return new HashSet<>(
                database.query(
                        """
                        UPDATE effect SET state = 'DONE', done_at = now(), input = NULL
                        WHERE order_id = ANY (?::uuid[]) AND kind = ? AND state = 'PENDING' AND attempt = 0
                        RETURNING order_id
                        """,
                        row -> Database.uuid(row, "order_id"),
                        List.copyOf(orderIds),
                        Calls.CHARGE));
    }

    /// Has the gateway asked at once how it goes with a customer who is with the bank.
    void lookNow(UUID orderId) {
        database.update(
                """
                UPDATE effect SET next_attempt_at = now()
                WHERE order_id = ? AND kind = ? AND state = 'PENDING' AND next_attempt_at > now()
                """,
                orderId,
                Calls.AUTHENTICATION);
    }

    /// Why an order is charged: what a webhook tells of it follows from that.
    Cause cause(UUID orderId) {
        return database
                .query(
                        """
                        SELECT causation_id, traceparent FROM effect
                        WHERE order_id = ? AND kind = ? LIMIT 1
                        """,
                        row ->
                                new Cause(
                                        Database.uuid(row, "causation_id"),
                                        row.getString("traceparent")),
                        orderId,
                        Calls.CHARGE)
                .stream()
                .findFirst()
                .orElse(Cause.request(null));
    }
}
