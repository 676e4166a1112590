package dev.orderstream.delivery.inbox;

import dev.orderstream.delivery.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// The events that this service has taken; each can be claimed once.
@ApplicationScoped
public class Inbox {

    private final Database database;

    Inbox(Database database) {
        this.database = database;
    }

    /// Claims these events in the current transaction.
    ///
    /// Claimed by inserting and never by looking first, in the order of the ids so that two
    /// replicas with overlapping batches wait for each other and do not deadlock.
    ///
    /// @return the ids that nobody had claimed before
    public Set<UUID> claim(List<UUID> eventIds) {
        return new HashSet<>(
                database.query(
                        """
                        INSERT INTO inbox_event (event_id)
                        SELECT DISTINCT id FROM unnest(?::uuid[]) AS t(id) ORDER BY id
                        ON CONFLICT DO NOTHING
                        RETURNING event_id
                        """,
                        row -> Database.uuid(row, "event_id"),
                        eventIds));
    }

    /// Forgets some of the events that were taken longer ago than this.
    ///
    /// @return how many; fewer than the most when there are no more
    int forget(Duration age, int most) {
        return database.update(
                """
                DELETE FROM inbox_event WHERE event_id IN (
                  SELECT event_id FROM inbox_event WHERE received_at < now() - ?::interval LIMIT ?)
                """,
                age.toString(),
                most);
    }
}
