package dev.orderstream.events;

import java.time.Instant;
import java.util.UUID;

/// What shipping-service tells, on `shipments.events`.
public sealed interface ShipmentEvent extends Event {

    /// The order is paid and its parcel is being packed.
    record ShipmentPrepared(UUID orderId, UUID shipmentId, Instant preparedAt)
            implements ShipmentEvent {
        public ShipmentPrepared {
            Require.present("orderId", orderId);
            Require.present("shipmentId", shipmentId);
            Require.present("preparedAt", preparedAt);
        }
    }

    /// The carrier has the parcel: from here on, cancelling is too late.
    record ShipmentDispatched(
            UUID orderId,
            UUID shipmentId,
            String carrier,
            String trackingNumber,
            Instant dispatchedAt)
            implements ShipmentEvent {
        public ShipmentDispatched {
            Require.present("orderId", orderId);
            Require.present("shipmentId", shipmentId);
            Require.text("carrier", carrier, 100);
            Require.text("trackingNumber", trackingNumber, 100);
            Require.present("dispatchedAt", dispatchedAt);
        }
    }

    /// The customer has the parcel.
    record ShipmentDelivered(UUID orderId, UUID shipmentId, Instant deliveredAt)
            implements ShipmentEvent {
        public ShipmentDelivered {
            Require.present("orderId", orderId);
            Require.present("shipmentId", shipmentId);
            Require.present("deliveredAt", deliveredAt);
        }
    }

    /// There is and will be no parcel for the order.
    record ShipmentCancelled(UUID orderId, UUID shipmentId, String reason, Instant cancelledAt)
            implements ShipmentEvent {
        public ShipmentCancelled {
            Require.present("orderId", orderId);
            Require.present("shipmentId", shipmentId);
            Require.text("reason", reason, 100);
            Require.present("cancelledAt", cancelledAt);
        }
    }
}
