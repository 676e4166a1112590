package dev.orderstream.orders.placing;

import dev.orderstream.delivery.database.Database;
import dev.orderstream.delivery.outbox.NewEvent;
import dev.orderstream.events.Money;
import dev.orderstream.events.OrderEvent.OrderCreated;
import dev.orderstream.orders.content.OrderContent;
import dev.orderstream.orders.content.OrderJson;
import dev.orderstream.orders.lifecycle.OrderFacts;
import dev.orderstream.orders.lifecycle.OrderStatus;
import dev.orderstream.orders.reading.OrderView;
import dev.orderstream.orders.timeline.TimelineEntry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The rows that one placed order makes, written in one round trip.
@ApplicationScoped
class PlacedOrders {

    /// Everything hangs on the claim of the key. A concurrent claim of the same key holds the
    /// advisory lock until its transaction ends, and is not waited for.
    private static final String INSERT =
            """
            WITH gate AS MATERIALIZED (
              SELECT pg_try_advisory_xact_lock(hashtextextended(?, 0)) AS free
            ), claimed AS (
              INSERT INTO idempotency_key (owner, key, request_hash, order_id, created_at)
              SELECT ?::text, ?::text, ?::bytea, ?::uuid, ?::timestamptz FROM gate WHERE free
              ON CONFLICT DO NOTHING
              RETURNING owner, order_id, created_at
            ), placed AS (
              INSERT INTO customer_order (id, owner, placed_at, content, total_minor, currency)
              SELECT order_id, owner, created_at, ?::jsonb, ?::bigint, ?::text FROM claimed
            ), started AS (
              INSERT INTO order_state (order_id, status, facts, updated_at)
              SELECT order_id, ?::text, ?::jsonb, created_at FROM claimed
            )
            INSERT INTO timeline_entry (order_id, event_id, at, step, detail)
            SELECT order_id, ?::uuid, created_at, ?::text, ?::text FROM claimed
            """;

    private static final String FIRST = OrderJson.write(OrderFacts.NONE);

    private final Database database;

    PlacedOrders(Database database) {
        this.database = database;
    }

    /// Stores an order under its key.
    ///
    /// @param content the JSON of what was ordered
    /// @return false when the key is taken or being taken, and then nothing is stored
    boolean insert(
            IdempotencyKey key, byte[] hash, OrderCreated order, String content, NewEvent told) {
        TimelineEntry entry = TimelineEntry.of(order, told.id(), told.time());
        int rows =
                database.update(
                        INSERT,
                        key.scoped(),
                        key.owner(),
                        key.key(),
                        hash,
                        order.orderId(),
                        order.placedAt(),
                        content,
                        order.total().amount(),
                        order.total().currency(),
                        OrderStatus.of(OrderFacts.NONE).name(),
                        FIRST,
                        told.id(),
                        entry.step().name(),
                        entry.detail());
        return rows == 1;
    }

    /// What the key stands for: the order as it was placed, if it was the same request; nothing as
    /// long as its transaction goes on.
    Optional<Placed> find(IdempotencyKey key, byte[] hash) {
        List<Placed> placed =
                database.query(
                        """
                        SELECT k.request_hash, o.id, o.placed_at, o.content, o.total_minor, o.currency
                        FROM idempotency_key k JOIN customer_order o ON o.id = k.order_id
                        WHERE k.owner = ? AND k.key = ?
                        """,
                        row ->
                                Arrays.equals(row.getBytes("request_hash"), hash)
                                        ? new Placed.Replayed(
                                                OrderView.of(
                                                        Database.uuid(row, "id"),
                                                        Database.instant(row, "placed_at"),
                                                        OrderJson.read(
                                                                row.getString("content"),
                                                                OrderContent.class),
                                                        new Money(
                                                                row.getLong("total_minor"),
                                                                row.getString("currency")),
                                                        OrderFacts.NONE))
                                        : new Placed.KeyReused(),
                        key.owner(),
                        key.key());
        return placed.stream().findFirst();
    }

    /// Forgets keys that are older than this.
    int forget(Duration age) {
        return database.update(
                "DELETE FROM idempotency_key WHERE created_at < now() - ?::interval",
                age.toString());
    }
}
