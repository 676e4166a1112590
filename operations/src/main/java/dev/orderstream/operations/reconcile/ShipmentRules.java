package dev.orderstream.operations.reconcile;

import dev.orderstream.events.ShipmentEvent.ShipmentCancelled;
import dev.orderstream.events.ShipmentEvent.ShipmentDelivered;
import dev.orderstream.events.ShipmentEvent.ShipmentDispatched;
import dev.orderstream.events.ShipmentEvent.ShipmentPrepared;

/// What must be true of an order's parcel.
final class ShipmentRules {

    private ShipmentRules() {}

    /// A parcel is prepared for a paid order only, and leaves unless the order was cancelled: one
    /// of the two, never both.
    static void dispatchedIffPaid(AcceptedOrder order, Evidence evidence, Findings findings) {
        int paid = evidence.paid() ? 1 : 0;
        if (evidence.cancelled()) {
            findings.atMost("prepared-iff-paid", paid, evidence.count(ShipmentPrepared.class));
        } else {
            findings.expect("prepared-iff-paid", paid, evidence.count(ShipmentPrepared.class));
        }
        findings.expect(
                "dispatched-iff-paid",
                evidence.cancelled() ? 0 : paid,
                evidence.count(ShipmentDispatched.class));
        findings.expect(
                "shipment-cancelled-iff-order-is",
                evidence.cancelled() ? 1 : 0,
                evidence.count(ShipmentCancelled.class));
    }

    static void deliveredAtMostOnce(AcceptedOrder order, Evidence evidence, Findings findings) {
        int most = evidence.dispatched() ? 1 : 0;
        findings.atMost("delivered-at-most-once", most, evidence.count(ShipmentDelivered.class));
    }

    static void storedAsTold(AcceptedOrder order, Evidence evidence, Findings findings) {
        findings.atMost("shipment-stored-once", 1, evidence.shipments.size());
        boolean dispatched = evidence.shipments.stream().anyMatch(StoredShipment::dispatched);
        boolean delivered = evidence.shipments.stream().anyMatch(StoredShipment::delivered);
        boolean cancelled = evidence.shipments.stream().anyMatch(StoredShipment::cancelled);
        findings.expect("shipment-stored-dispatched", evidence.dispatched(), dispatched);
        findings.expect("shipment-stored-delivered", evidence.delivered(), delivered);
        findings.expect("shipment-stored-cancelled", evidence.cancelled(), cancelled);
    }
}
