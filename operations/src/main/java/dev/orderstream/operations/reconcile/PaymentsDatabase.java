package dev.orderstream.operations.reconcile;

import dev.orderstream.events.Money;
import dev.orderstream.operations.stack.Databases;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/// What payments-service has stored.
final class PaymentsDatabase implements Source {

    private final Databases databases;

    PaymentsDatabase(Databases databases) {
        this.databases = databases;
    }

    @Override
    public void read(EvidenceFiles files) throws SQLException {
        databases.forEach(
                "payments",
                """
                SELECT order_id, amount_minor, currency,
                       captured_at IS NOT NULL AS captured, declined_at IS NOT NULL AS declined
                FROM payment WHERE order_id = ANY(?)
                """,
                files.orders(),
                row -> payment(row, files));
    }

    private static void payment(ResultSet row, EvidenceFiles files) throws SQLException {
        String currency = row.getString("currency");
        StoredPayment payment =
                new StoredPayment(
                        currency == null ? null : new Money(row.getLong("amount_minor"), currency),
                        row.getBoolean("captured"),
                        row.getBoolean("declined"));
        files.of(row.getObject("order_id", UUID.class))
                .ifPresent(found -> found.payments.add(payment));
    }
}
