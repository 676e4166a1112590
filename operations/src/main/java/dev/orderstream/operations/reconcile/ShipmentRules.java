package dev.orderstream.operations.reconcile;

import dev.orderstream.events.ShipmentEvent.ShipmentCancelled;
import dev.orderstream.events.ShipmentEvent.ShipmentDelivered;
import dev.orderstream.events.ShipmentEvent.ShipmentDispatched;
import dev.orderstream.events.ShipmentEvent.ShipmentPrepared;

/// What must be true of an order's parcel.
final class ShipmentRules {

    private ShipmentRules() {}

    static void dispatchedIffPaid(AcceptedOrder order, Evidence evidence, Findings findings) {
        int expected = evidence.paid() ? 1 : 0;
        findings.expect("prepared-iff-paid", expected, evidence.count(ShipmentPrepared.class));
        findings.expect("dispatched-iff-paid", expected, evidence.count(ShipmentDispatched.class));
        findings.expect("not-cancelled", 0, evidence.count(ShipmentCancelled.class));
    }

    static void deliveredAtMostOnce(AcceptedOrder order, Evidence evidence, Findings findings) {
        int most = evidence.paid() ? 1 : 0;
        findings.atMost("delivered-at-most-once", most, evidence.count(ShipmentDelivered.class));
    }

    static void storedAsTold(AcceptedOrder order, Evidence evidence, Findings findings) {
        findings.atMost("shipment-stored-once", 1, evidence.shipments.size());
        boolean dispatched = evidence.shipments.stream().anyMatch(StoredShipment::dispatched);
        boolean delivered = evidence.shipments.stream().anyMatch(StoredShipment::delivered);
        findings.expect("shipment-stored-dispatched", evidence.paid(), dispatched);
        findings.expect("shipment-stored-delivered", evidence.delivered(), delivered);
    }
}
