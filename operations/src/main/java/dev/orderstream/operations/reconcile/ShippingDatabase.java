package dev.orderstream.operations.reconcile;

import dev.orderstream.operations.stack.Databases;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/// What shipping-service has stored.
final class ShippingDatabase implements Source {

    private final Databases databases;

    ShippingDatabase(Databases databases) {
        this.databases = databases;
    }

    @Override
    public void read(EvidenceFiles files) throws SQLException {
        databases.forEach(
                "shipping",
                """
                SELECT order_id, dispatched_at IS NOT NULL AS dispatched,
                       delivered_at IS NOT NULL AS delivered,
                       cancelled_at IS NOT NULL AS cancelled
                FROM shipment WHERE order_id = ANY(?)
                """,
                files.orders(),
                row -> shipment(row, files));
    }

    private static void shipment(ResultSet row, EvidenceFiles files) throws SQLException {
        StoredShipment shipment =
                new StoredShipment(
                        row.getBoolean("dispatched"),
                        row.getBoolean("delivered"),
                        row.getBoolean("cancelled"));
        files.of(row.getObject("order_id", UUID.class))
                .ifPresent(found -> found.shipments.add(shipment));
    }
}
