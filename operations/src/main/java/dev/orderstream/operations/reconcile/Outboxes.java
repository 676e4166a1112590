package dev.orderstream.operations.reconcile;

import dev.orderstream.operations.stack.Databases;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/// The events that the services stored to be told.
final class Outboxes implements Source {

    private static final List<String> DATABASES =
            List.of("orders", "payments", "shipping", "email");

    private final Databases databases;
    private final Instant since;

    /// @param since before the first order; the outbox has no index by order
    Outboxes(Databases databases, Instant since) {
        this.databases = databases;
        this.since = since;
    }

    @Override
    public void read(EvidenceFiles files) throws SQLException {
        for (String database : DATABASES) {
            databases.forEach(
                    database,
                    "SELECT id, order_id FROM outbox_event WHERE created_at >= ?",
                    row -> {
                        UUID event = row.getObject("id", UUID.class);
                        files.of(row.getObject("order_id", UUID.class))
                                .ifPresent(found -> found.outbox.add(event));
                    },
                    OffsetDateTime.ofInstant(since, ZoneOffset.UTC));
        }
    }
}
