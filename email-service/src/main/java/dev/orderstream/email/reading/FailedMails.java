package dev.orderstream.email.reading;

import dev.orderstream.delivery.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The mails that were refused or given up, and those of which nobody knows whether they were
/// taken.
@ApplicationScoped
class FailedMails {

    private final Database database;

    FailedMails(Database database) {
        this.database = database;
    }

    /// One such mail; no personal data.
    record FailedMail(
            UUID orderId,
            String occasion,
            String state,
            String messageId,
            String problem,
            Instant failedAt) {}

    /// @param next what to ask the next page after, if there may be one
    record Page(List<FailedMail> items, @Nullable UUID next) {}

    /// @param after null for the first page
    Page page(String state, @Nullable UUID after, int limit) {
        List<FailedMail> items =
                database.query(
                        """
                        SELECT order_id, occasion, state, message_id, problem, failed_at FROM mail
                        WHERE failed_at IS NOT NULL AND state = ?
                          AND order_id > coalesce(?::uuid, '00000000-0000-0000-0000-000000000000')
                        ORDER BY order_id
                        FETCH FIRST ? ROWS WITH TIES
                        """,
                        FailedMails::read,
                        state,
                        after,
                        limit);
        return new Page(items, items.size() < limit ? null : items.getLast().orderId());
    }

    private static FailedMail read(ResultSet row) throws SQLException {
        return new FailedMail(
                Database.uuid(row, "order_id"),
                row.getString("occasion"),
                row.getString("state"),
                row.getString("message_id"),
                row.getString("problem"),
                Database.instant(row, "failed_at"));
    }
}
