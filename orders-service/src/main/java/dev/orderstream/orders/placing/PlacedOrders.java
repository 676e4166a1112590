package dev.orderstream.orders.placing;

import dev.orderstream.delivery.database.Database;
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
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// The rows that placed orders make, written in one round trip.
@ApplicationScoped
class PlacedOrders {

    /// Everything hangs on the claim of the key. A concurrent claim of the same key holds the
    /// advisory lock until its transaction ends, and is not waited for.
    private static final String INSERT =
            """
            WITH draft AS MATERIALIZED (
              SELECT *, pg_try_advisory_xact_lock(hashtextextended(scoped_key, 0)) AS free
              FROM unnest(?::text[], ?::text[], ?::text[], ?::bytea[], ?::uuid[], ?::timestamptz[],
                          ?::jsonb[], ?::bigint[], ?::text[], ?::uuid[], ?::text[], ?::text[])
                AS t(scoped_key, owner, key, request_hash, order_id, placed_at,
                     content, total_minor, currency, event_id, step, detail)
            ), claimed AS (
              INSERT INTO idempotency_key (owner, key, request_hash, order_id, created_at)
              SELECT owner, key, request_hash, order_id, placed_at FROM draft WHERE free
              ON CONFLICT DO NOTHING
              RETURNING order_id
            ), placed AS (
              INSERT INTO customer_order (id, owner, placed_at, content, total_minor, currency)
              SELECT order_id, owner, placed_at, content, total_minor, currency
              FROM draft JOIN claimed USING (order_id)
            ), started AS (
              INSERT INTO order_state (order_id, status, facts, updated_at)
              SELECT order_id, ?::text, ?::jsonb, placed_at
              FROM draft JOIN claimed USING (order_id)
            )
            INSERT INTO timeline_entry (order_id, event_id, at, step, detail)
            SELECT order_id, event_id, placed_at, step, detail
            FROM draft JOIN claimed USING (order_id)
            RETURNING order_id
            """;

    private static final String FIRST = OrderJson.write(OrderFacts.NONE);

    private final Database database;

    PlacedOrders(Database database) {
        this.database = database;
    }

    /// Stores those orders whose keys are free; of two with one key the first.
    ///
    /// @return the ids of the orders that are stored now
    Set<UUID> insert(List<Draft> drafts) {
        List<IdempotencyKey> keys = drafts.stream().map(Draft::key).toList();
        List<OrderCreated> orders = drafts.stream().map(Draft::order).toList();
        List<TimelineEntry> entries =
                drafts.stream()
                        .map(draft ->
                                TimelineEntry.of(
                                        draft.order(), draft.told().id(), draft.told().time()))
                        .toList();
        return Set.copyOf(
                database.query(
                        INSERT,
                        row -> Database.uuid(row, "order_id"),
                        keys.stream().map(IdempotencyKey::scoped).toList(),
                        keys.stream().map(IdempotencyKey::owner).toList(),
                        keys.stream().map(IdempotencyKey::key).toList(),
                        drafts.stream().map(draft -> bytea(draft.hash())).toList(),
                        orders.stream().map(OrderCreated::orderId).toList(),
                        orders.stream().map(OrderCreated::placedAt).toList(),
                        drafts.stream().map(Draft::json).toList(),
                        orders.stream().map(order -> order.total().amount()).toList(),
                        orders.stream().map(order -> order.total().currency()).toList(),
                        drafts.stream().map(draft -> draft.told().id()).toList(),
                        entries.stream().map(entry -> entry.step().name()).toList(),
                        entries.stream().map(TimelineEntry::detail).toList(),
                        OrderStatus.of(OrderFacts.NONE).name(),
                        FIRST));
    }

    private static String bytea(byte[] bytes) {
        return "\\x" + HexFormat.of().formatHex(bytes);
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
