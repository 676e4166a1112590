package dev.orderstream.delivery.outbox;

import dev.orderstream.delivery.database.Database;
import dev.orderstream.events.EventCodec;
import dev.orderstream.events.EventType;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The events that a business transaction tells, stored with it and relayed after it commits.
///
/// The rows are insert-only and stay for the retention: what a lost slot did not relay is told
/// again.
@ApplicationScoped
public class Outbox {

    /// The sequence rows are locked in the order of their ids, so that two batches cannot deadlock;
    /// the lock is held until the commit, so an order's events commit in the order of their
    /// sequence.
    private static final String APPEND =
            """
            WITH told AS (
              SELECT * FROM unnest(?::uuid[], ?::timestamptz[], ?::text[], ?::uuid[], ?::text[],
                                   ?::text[], ?::text[], ?::uuid[], ?::text[], ?::text[])
                WITH ORDINALITY AS t(id, time, topic, order_id, type,
                                     source, dataschema, causation_id, traceparent, payload, position)
            ), numbered AS (
              INSERT INTO outbox_sequence AS s (order_id, last_sequence)
              SELECT order_id, count(*) FROM told GROUP BY order_id ORDER BY order_id
              ON CONFLICT (order_id)
                DO UPDATE SET last_sequence = s.last_sequence + excluded.last_sequence
              RETURNING order_id, last_sequence
            )
            INSERT INTO outbox_event (id, time, topic, order_id, type, source, dataschema,
                                      correlation_id, causation_id, sequence, traceparent, payload)
            SELECT id, time, topic, order_id, type, source, dataschema, order_id, causation_id,
                   last_sequence - count(*) OVER (PARTITION BY order_id)
                     + row_number() OVER (PARTITION BY order_id ORDER BY position),
                   traceparent, payload
            FROM told JOIN numbered USING (order_id)
            ORDER BY position
            """;

    private final Database database;

    Outbox(Database database) {
        this.database = database;
    }

    /// Tells one event, in the current transaction.
    public void append(NewEvent event) {
        append(List.of(event));
    }

    /// Tells these events, in this order, in the current transaction and in one statement.
    public void append(List<NewEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        var rows = new Columns();
        events.forEach(rows::add);
        database.update(
                APPEND,
                rows.ids,
                rows.times,
                rows.topics,
                rows.orderIds,
                rows.types,
                rows.sources,
                rows.dataSchemas,
                rows.causationIds,
                rows.traceparents,
                rows.payloads);
    }

    /// The rows of one append, column by column, as the statement takes them.
    private static final class Columns {
        private final List<UUID> ids = new ArrayList<>();
        private final List<Instant> times = new ArrayList<>();
        private final List<String> topics = new ArrayList<>();
        private final List<UUID> orderIds = new ArrayList<>();
        private final List<String> types = new ArrayList<>();
        private final List<String> sources = new ArrayList<>();
        private final List<String> dataSchemas = new ArrayList<>();
        private final List<UUID> causationIds = new ArrayList<>();
        private final List<@Nullable String> traceparents = new ArrayList<>();
        private final List<String> payloads = new ArrayList<>();

        void add(NewEvent told) {
            EventType type = EventType.of(told.event().getClass());
            UUID id = told.id();
            UUID causation = told.cause().eventId();
            ids.add(id);
            times.add(told.time());
            topics.add(type.topic().topicName());
            orderIds.add(told.event().orderId());
            types.add(type.name());
            sources.add(type.topic().source());
            dataSchemas.add(type.dataSchema());
            causationIds.add(causation == null ? id : causation);
            traceparents.add(told.cause().traceparent());
            payloads.add(EventCodec.encode(told.event()));
        }
    }
}
