package dev.orderstream.shipping.dispatching;

import dev.orderstream.delivery.database.Database;
import dev.orderstream.delivery.outbox.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The shipments, a batch at a time: one statement each, whatever its size.
@ApplicationScoped
class Shipments {

    private final Database database;
    private final ShipmentColumns columns;

    Shipments(Database database, ShipmentColumns columns) {
        this.database = database;
        this.columns = columns;
    }

    /// Locks the shipments of these orders in the order of their ids, so that two batches wait for
    /// each other and do not deadlock; makes those that nothing was known about yet.
    ///
    /// @param orderIds sorted
    Map<UUID, ShipmentFacts> lock(List<UUID> orderIds) {
        database.update(
                """
                INSERT INTO shipment (order_id, shipment_id)
                SELECT * FROM unnest(?::uuid[], ?::uuid[]) AS t(order_id, shipment_id)
                ORDER BY order_id
                ON CONFLICT DO NOTHING
                """,
                orderIds,
                orderIds.stream().map(_ -> Ids.next()).toList());
        Map<UUID, ShipmentFacts> locked = new LinkedHashMap<>();
        database.query(
                        "SELECT * FROM shipment WHERE order_id = ANY (?::uuid[])"
                                + " ORDER BY order_id FOR UPDATE",
                        columns::read,
                        orderIds)
                .forEach(facts -> locked.put(facts.orderId(), facts));
        return locked;
    }

    /// Stores what was learnt; what a row has already stays.
    void save(List<ShipmentFacts> shipments) {
        if (!shipments.isEmpty()) {
            database.update(ShipmentColumns.SAVE, columns.write(shipments).toArray());
        }
    }

    Optional<ShipmentFacts> find(UUID orderId) {
        return database
                .query("SELECT * FROM shipment WHERE order_id = ?", columns::read, orderId)
                .stream()
                .findFirst();
    }
}
