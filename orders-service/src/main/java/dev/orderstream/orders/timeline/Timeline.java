package dev.orderstream.orders.timeline;

import dev.orderstream.delivery.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/// The entries of all orders.
@ApplicationScoped
public class Timeline {

    private final Database database;

    Timeline(Database database) {
        this.database = database;
    }

    /// Adds these entries in one statement; one that is there already is kept.
    ///
    /// @return whether each of them is about an order that exists
    public boolean add(List<TimelineEntry> entries) {
        int known =
                database.query(
                                """
                                WITH told AS (
                                  SELECT t.*
                                  FROM unnest(?::uuid[], ?::uuid[], ?::timestamptz[], ?::text[], ?::text[])
                                    AS t(order_id, event_id, at, step, detail)
                                  JOIN order_state USING (order_id)
                                ), added AS (
                                  INSERT INTO timeline_entry (order_id, event_id, at, step, detail)
                                  SELECT order_id, event_id, at, step, detail FROM told
                                  ORDER BY order_id, event_id
                                  ON CONFLICT DO NOTHING
                                )
                                SELECT count(*) FROM told
                                """,
                                row -> row.getInt(1),
                                entries.stream().map(TimelineEntry::orderId).toList(),
                                entries.stream().map(TimelineEntry::eventId).toList(),
                                entries.stream().map(TimelineEntry::at).toList(),
                                entries.stream().map(TimelineEntry::step).toList(),
                                entries.stream().map(TimelineEntry::detail).toList())
                        .getFirst();
        return known == entries.size();
    }

    /// The entries of one order, as they happened.
    public List<TimelineEntry> of(UUID orderId) {
        return database.query(
                """
                SELECT at, step, detail, event_id FROM timeline_entry
                WHERE order_id = ? ORDER BY at, event_id
                """,
                row ->
                        new TimelineEntry(
                                orderId,
                                Database.instant(row, "at"),
                                TimelineStep.valueOf(row.getString("step")),
                                row.getString("detail"),
                                Database.uuid(row, "event_id")),
                orderId);
    }
}
