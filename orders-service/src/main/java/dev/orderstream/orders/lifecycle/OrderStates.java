package dev.orderstream.orders.lifecycle;

import dev.orderstream.delivery.database.Database;
import dev.orderstream.orders.content.OrderJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// The rows of `order_state`, read and written a batch at a time.
@ApplicationScoped
public class OrderStates {

    private final Database database;

    OrderStates(Database database) {
        this.database = database;
    }

    /// The facts of these orders, locked until the transaction ends.
    ///
    /// Locked in the order of their ids, so that two replicas cannot deadlock.
    ///
    /// @throws UnknownOrderException when one of them does not exist
    public Map<UUID, OrderFacts> lock(Set<UUID> orderIds) {
        Map<UUID, OrderFacts> facts = new HashMap<>();
        if (orderIds.isEmpty()) {
            return facts;
        }
        database.query(
                        """
                        SELECT order_id, facts FROM order_state WHERE order_id = ANY(?::uuid[])
                        ORDER BY order_id FOR NO KEY UPDATE
                        """,
                        row ->
                                Map.entry(
                                        Database.uuid(row, "order_id"),
                                        OrderJson.read(row.getString("facts"), OrderFacts.class)),
                        List.copyOf(orderIds))
                .forEach(row -> facts.put(row.getKey(), row.getValue()));
        if (facts.size() < orderIds.size()) {
            throw new UnknownOrderException();
        }
        return facts;
    }

    /// Writes what changed, with the status and the end that follow from it.
    void write(Map<UUID, OrderFacts> changed) {
        if (changed.isEmpty()) {
            return;
        }
        List<Map.Entry<UUID, OrderFacts>> rows = List.copyOf(changed.entrySet());
        database.update(
                """
                UPDATE order_state AS s
                SET status = t.status, facts = t.facts::jsonb, ended = t.ended, updated_at = now()
                FROM unnest(?::uuid[], ?::text[], ?::text[], ?::boolean[])
                  AS t(order_id, status, facts, ended)
                WHERE s.order_id = t.order_id
                """,
                rows.stream().map(Map.Entry::getKey).toList(),
                rows.stream().map(row -> OrderStatus.of(row.getValue())).toList(),
                rows.stream().map(row -> OrderJson.write(row.getValue())).toList(),
                rows.stream().map(row -> row.getValue().ended()).toList());
    }
}
