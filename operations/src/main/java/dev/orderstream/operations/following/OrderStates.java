package dev.orderstream.operations.following;

import dev.orderstream.operations.stack.Databases;
import java.sql.SQLException;
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
                SELECT s.order_id, s.status, count(t.order_id) AS mails
                FROM order_state s
                LEFT JOIN timeline_entry t
                  ON t.order_id = s.order_id AND t.step IN ('EMAIL_SENT', 'EMAIL_FAILED')
                WHERE s.order_id = ANY(?) GROUP BY s.order_id, s.status
                """,
                orders,
                row ->
                        seen.put(
                                row.getObject("order_id", UUID.class),
                                new Seen(row.getString("status"), row.getInt("mails"))));
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

    /// Ids of one moment begin alike; their ends tell them apart.
    private static String tail(String id) {
        return "…" + id.substring(id.length() - 6);
    }
}
