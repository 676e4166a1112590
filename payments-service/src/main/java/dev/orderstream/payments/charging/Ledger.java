package dev.orderstream.payments.charging;

import dev.orderstream.delivery.database.Database;
import dev.orderstream.delivery.outbox.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/// The double-entry ledger of all money that was captured and given back; it only grows.
@ApplicationScoped
class Ledger {

    private final Database database;

    Ledger(Database database) {
        this.database = database;
    }

    /// Posts these transfers, in the transaction that learns of them; a charge or refund that is
    /// posted already is not posted again.
    void post(List<Transfer> transfers, Instant at) {
        if (transfers.isEmpty()) {
            return;
        }
        database.update(
                """
                INSERT INTO ledger_transfer (transfer_id, kind, debit_account, credit_account, payment_id,
                                             amount_minor, currency, gateway_reference, posted_at)
                SELECT t.*, ?::timestamptz
                FROM unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::uuid[], ?::bigint[],
                            ?::text[], ?::text[]) AS t
                ON CONFLICT (kind, gateway_reference) DO NOTHING
                """,
                at,
                transfers.stream().map(transfer -> Ids.next()).toList(),
                transfers.stream().map(Transfer::kind).toList(),
                transfers.stream().map(transfer -> transfer.kind().debit()).toList(),
                transfers.stream().map(transfer -> transfer.kind().credit()).toList(),
                transfers.stream().map(transfer -> transfer.id().paymentId()).toList(),
                transfers.stream().map(transfer -> transfer.amount().amount()).toList(),
                transfers.stream().map(transfer -> transfer.amount().currency()).toList(),
                transfers.stream().map(Transfer::gatewayReference).toList());
    }
}
