package dev.orderstream.operations.following;

import dev.orderstream.operations.stack.Databases;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Looks up how far many orders are, at the price of a query.
public final class OrderStates {

    private static final String ORDERS = "orders";

    private final Databases databases;

    public OrderStates(Databases databases) {
        this.databases = databases;
    }

    /// How far each of these is.
    public Map<UUID, Seen> of(Collection<UUID> orders) throws SQLException {
        Map<UUID, Seen> seen = new HashMap<>();
        databases.forEach(
                ORDERS,
                """
                SELECT s.order_id, s.status,
                       count(*) FILTER (WHERE t.step IN ('EMAIL_SENT', 'EMAIL_FAILED')) AS mails,
                       count(*) FILTER (WHERE t.step IN (
                         'ORDER_PLACED', 'PAYMENT_SUCCEEDED', 'PAYMENT_FAILED',
                         'PAYMENT_ACTION_REQUIRED', 'SHIPMENT_DISPATCHED', 'SHIPMENT_DELIVERED',
                         'ORDER_CANCELLED', 'PAYMENT_REFUNDED')) AS mails_due,
                       bool_or(t.step = 'CANCELLATION_REQUESTED')
                         AND NOT bool_or(t.step IN ('ORDER_CANCELLED', 'SHIPMENT_DISPATCHED'))
                         AS cancelling
                FROM order_state s JOIN timeline_entry t USING (order_id)
                WHERE s.order_id = ANY(?) GROUP BY s.order_id, s.status
                """,
                orders,
                row ->
                        seen.put(
                                row.getObject("order_id", UUID.class),
                                new Seen(
                                        row.getString("status"),
                                        row.getInt("mails_due"),
                                        row.getInt("mails"),
                                        row.getBoolean("cancelling"))));
        return seen;
    }

    /// Those whose delivery a clock will report.
    public Set<UUID> awaitingDelivery(Collection<UUID> dispatched) throws SQLException {
        Set<UUID> awaiting = new HashSet<>();
        databases.forEach(
                "shipping",
                "SELECT order_id FROM effect WHERE kind = 'deliver' AND order_id = ANY(?)",
                dispatched,
                row -> awaiting.add(row.getObject("order_id", UUID.class)));
        return awaiting;
    }

    /// Those of these cancelled orders whose payment is over too, without a charge.
    public Set<UUID> withdrawn(Collection<UUID> cancelled) throws SQLException {
        Set<UUID> over = new HashSet<>();
        databases.forEach(
                "payments",
                """
                SELECT order_id FROM payment AS p
                WHERE order_id = ANY(?) AND cancelled_at IS NOT NULL AND captured_at IS NULL
                  AND currency IS NOT NULL
                  AND NOT EXISTS (SELECT FROM effect AS e
                                  WHERE e.order_id = p.order_id AND e.state <> 'DONE')
                """,
                cancelled,
                row -> over.add(row.getObject("order_id", UUID.class)));
        return over;
    }

    /// The steps of some orders that are not known yet, as lines for a person.
    public List<String> steps(Collection<UUID> orders, Set<UUID> known) throws SQLException {
        List<String> lines = new ArrayList<>();
        databases.forEach(
                ORDERS,
                """
                SELECT order_id, event_id, to_char(at, 'HH24:MI:SS.MS') AS at, step, detail
                FROM timeline_entry WHERE order_id = ANY(?) ORDER BY timeline_entry.at, event_id
                """,
                orders,
                row -> {
                    if (known.add(row.getObject("event_id", UUID.class))) {
                        lines.add(
                                "order %s  %s  %-20s %s"
                                        .formatted(
                                                tail(row.getString("order_id")),
                                                row.getString("at"),
                                                row.getString("step"),
                                                row.getString("detail")));
                    }
                });
        return lines;
    }

    /// The orders that are stored under these keys, by key.
    public Map<String, UUID> byKey(String owner, String keyPrefix) throws SQLException {
        Map<String, UUID> orders = new HashMap<>();
        databases.forEach(
                ORDERS,
                "SELECT key, order_id FROM idempotency_key WHERE owner = ? AND starts_with(key, ?)",
                row -> orders.put(row.getString("key"), row.getObject("order_id", UUID.class)),
                owner,
                keyPrefix);
        return orders;
    }

    /// The orders that are stored under no key at all, placed since then.
    public Set<UUID> withoutKey(String owner, Instant since) throws SQLException {
        Set<UUID> orders = new HashSet<>();
        databases.forEach(
                ORDERS,
                """
                SELECT id FROM customer_order AS o WHERE owner = ? AND placed_at >= ?
                  AND NOT EXISTS (SELECT FROM idempotency_key AS k WHERE k.order_id = o.id)
                """,
                row -> orders.add(row.getObject("id", UUID.class)),
                owner,
                OffsetDateTime.ofInstant(since, ZoneOffset.UTC));
        return orders;
    }

    /// Ids of one moment begin alike; their ends tell them apart.
    private static String tail(String id) {
        return "…" + id.substring(id.length() - 6);
    }
}
