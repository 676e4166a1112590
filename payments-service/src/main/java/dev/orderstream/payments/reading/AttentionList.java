package dev.orderstream.payments.reading;

import dev.orderstream.delivery.database.Database;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/// The payments that an operator should look at; a customer who takes time is none of them.
@ApplicationScoped
class AttentionList {

    /// An outage of the gateway makes a long list, of which the oldest tell enough.
    private static final int ROWS_MAX = 500;

    private static final String ROWS =
            """
            SELECT order_id, kind, state, attempt, created_at AS since, last_problem,
                   CASE WHEN split_part(last_problem, ':', 1) IN ('BUSY', 'PENDING', 'MISCONFIGURED')
                        THEN split_part(last_problem, ':', 1) ELSE 'UNKNOWN' END AS trouble
            FROM effect
            WHERE done_at IS NULL AND last_problem IS NOT NULL AND last_problem NOT LIKE 'WAITING:%'
            UNION ALL
            SELECT payment.order_id, last.kind, last.state, last.attempt, last.created_at,
                   'the refunds ' || array_to_string(failed_refunds, ', ') || ' failed', 'REFUND_FAILED'
            FROM payment, LATERAL (
              SELECT * FROM effect WHERE effect.order_id = payment.order_id AND kind = 'refund'
              ORDER BY created_at DESC, id DESC LIMIT 1) AS last
            WHERE failed_refunds <> '{}' AND cardinality(failed_refunds) >= 3
              AND (refund_reference IS NULL OR refund_reference = ANY (failed_refunds))
            """;

    private final Database database;

    AttentionList(Database database) {
        this.database = database;
    }

    void start(@Observes StartupEvent event, MeterRegistry meters) {
        meters.gauge("payments.attention", this, AttentionList::count);
    }

    /// The oldest first.
    List<Attention> rows() {
        return database.query(
                "SELECT * FROM (" + ROWS + ") AS attention ORDER BY since LIMIT " + ROWS_MAX,
                row ->
                        new Attention(
                                Database.uuid(row, "order_id"),
                                row.getString("kind"),
                                row.getString("state"),
                                row.getInt("attempt"),
                                Database.instant(row, "since"),
                                row.getString("trouble"),
                                row.getString("last_problem")));
    }

    private double count() {
        return database.query(
                        "SELECT count(*) FROM (" + ROWS + ") AS attention", row -> row.getDouble(1))
                .getFirst();
    }
}
