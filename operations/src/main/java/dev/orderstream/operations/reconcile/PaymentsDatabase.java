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
                SELECT order_id, p.amount_minor, p.currency,
                       captured_at IS NOT NULL AS captured, declined_at IS NOT NULL AS declined,
                       refunded_at IS NOT NULL AS refunded,
                       coalesce(sum(t.amount_minor) FILTER (WHERE kind = 'CAPTURE'), 0)
                         AS ledger_captured,
                       coalesce(sum(t.amount_minor) FILTER (WHERE kind = 'REFUND'), 0)
                         - coalesce(sum(t.amount_minor) FILTER (WHERE kind = 'REFUND_REVERSAL'), 0)
                         AS ledger_refunded
                FROM payment p LEFT JOIN ledger_transfer t USING (payment_id)
                WHERE order_id = ANY(?) GROUP BY p.payment_id
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
                        row.getBoolean("declined"),
                        row.getBoolean("refunded"),
                        row.getLong("ledger_captured"),
                        row.getLong("ledger_refunded"));
        files.of(row.getObject("order_id", UUID.class))
                .ifPresent(found -> found.payments.add(payment));
    }
}
