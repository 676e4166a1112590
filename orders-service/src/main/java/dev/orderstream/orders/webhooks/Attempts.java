package dev.orderstream.orders.webhooks;

import dev.orderstream.delivery.database.Database;
import dev.orderstream.orders.reading.Caller;
import dev.orderstream.orders.reading.Cursor;
import dev.orderstream.orders.reading.OrderIds;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The log of all attempts.
@ApplicationScoped
class Attempts {

    private static final UUID NEWEST = new UUID(-1L, -1L);

    private final Database database;

    Attempts(Database database) {
        this.database = database;
    }

    /// Logs these in the current transaction.
    void add(List<LoggedAttempt> attempts) {
        int _ =
                database.update(
                        """
                        INSERT INTO webhook_attempt (id, effect_id, owner, endpoint_id, order_id, event_id,
                                                     at, duration_ms, http_status, problem, outcome,
                                                     next_attempt_at)
                        SELECT * FROM unnest(?::uuid[], ?::uuid[], ?::text[], ?::uuid[], ?::uuid[],
                                             ?::uuid[], ?::timestamptz[], ?::int[], ?::int[], ?::text[],
                                             ?::text[], ?::timestamptz[])
                        """,
                        attempts.stream().map(LoggedAttempt::id).toList(),
                        attempts.stream().map(LoggedAttempt::effectId).toList(),
                        attempts.stream().map(LoggedAttempt::owner).toList(),
                        attempts.stream().map(LoggedAttempt::endpointId).toList(),
                        attempts.stream().map(LoggedAttempt::orderId).toList(),
                        attempts.stream().map(LoggedAttempt::eventId).toList(),
                        attempts.stream().map(LoggedAttempt::at).toList(),
                        attempts.stream().map(row -> row.duration().toMillis()).toList(),
                        attempts.stream().map(LoggedAttempt::httpStatus).toList(),
                        attempts.stream().map(LoggedAttempt::problem).toList(),
                        attempts.stream().map(LoggedAttempt::outcome).toList(),
                        attempts.stream().map(LoggedAttempt::nextAttemptAt).toList());
    }

    /// What the caller may see of the log, newest first.
    DeliveryPage page(Caller caller, @Nullable UUID endpoint, @Nullable Cursor cursor, int limit) {
        StringBuilder sql = new StringBuilder("SELECT * FROM webhook_attempt WHERE id < ?");
        List<Object> parameters = new ArrayList<>();
        parameters.add(cursor == null ? NEWEST : cursor.after());
        if (!caller.operator()) {
            sql.append(" AND owner = ?");
            parameters.add(caller.subject());
        }
        if (endpoint != null) {
            sql.append(" AND endpoint_id = ?");
            parameters.add(endpoint);
        }
        // One more than asked for tells whether there is a next page.
        sql.append(" ORDER BY id DESC LIMIT ?");
        parameters.add(limit + 1);
        List<DeliveryView> rows =
                database.query(sql.toString(), Attempts::read, parameters.toArray());
        boolean more = rows.size() > limit;
        List<DeliveryView> shown = more ? rows.subList(0, limit) : rows;
        return new DeliveryPage(
                List.copyOf(shown), more ? new Cursor(shown.getLast().id()).text() : null);
    }

    /// An attempt, if it is in the log.
    Optional<DeliveryView> find(UUID id) {
        return database
                .query("SELECT * FROM webhook_attempt WHERE id = ?", Attempts::read, id)
                .stream()
                .findFirst();
    }

    /// Forgets attempts before this time, and calls that were asked for before it and are done.
    int forget(Instant before) {
        return database.update("DELETE FROM webhook_attempt WHERE id < ?", OrderIds.first(before))
                + database.update(
                        "DELETE FROM effect WHERE created_at < ? AND kind = ? AND state = 'DONE'",
                        before,
                        WebhookEffect.KIND);
    }

    private static DeliveryView read(ResultSet row) throws SQLException {
        UUID eventId = Database.uuid(row, "event_id");
        return new DeliveryView(
                Database.uuid(row, "id"),
                StepMessage.id(eventId),
                Database.uuid(row, "endpoint_id"),
                Database.uuid(row, "order_id"),
                eventId,
                Database.instant(row, "at"),
                row.getInt("duration_ms"),
                row.getObject("http_status", Integer.class),
                row.getString("problem"),
                DeliveryOutcome.valueOf(row.getString("outcome")),
                Database.instantOrNull(row, "next_attempt_at"));
    }
}
