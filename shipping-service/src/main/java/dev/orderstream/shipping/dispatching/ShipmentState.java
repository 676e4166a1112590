package dev.orderstream.shipping.dispatching;

import dev.orderstream.shipping.dispatching.ShipmentFact.Cancelled;
import dev.orderstream.shipping.dispatching.ShipmentFact.Delivered;
import dev.orderstream.shipping.dispatching.ShipmentFact.Dispatched;
import dev.orderstream.shipping.dispatching.ShipmentFact.HandingOver;
import dev.orderstream.shipping.dispatching.ShipmentFact.PaymentFailed;
import dev.orderstream.shipping.dispatching.ShipmentFact.Prepared;

/// Where a shipment stands: a function of its facts, never stored.
///
/// ```
///  WAITING ──ordered and paid──> PREPARED ──packing time over──> HANDING_OVER ──carrier──> DISPATCHED ──> DELIVERED
///   │   │                           │
///   │   └──payment failed──> UNPAID │
///   │                           │   │
///   └───cancellation requested──┴───┴──> CANCELLED
/// ```
///
/// Cancelling and handing over race for the same row: each is decided under its lock, in
/// [ShipmentDecision], and shuts the other out. The carrier is only called for a shipment that is
/// HANDING_OVER, so no order is both cancelled and dispatched. A cancellation that comes later is
/// kept and changes nothing.
enum ShipmentState {
    WAITING,
    UNPAID,
    PREPARED,
    HANDING_OVER,
    DISPATCHED,
    DELIVERED,
    CANCELLED;

    static ShipmentState of(ShipmentFacts facts) {
        if (facts.has(Cancelled.class)) {
            return CANCELLED;
        }
        if (facts.has(Delivered.class)) {
            return DELIVERED;
        }
        if (facts.has(Dispatched.class)) {
            return DISPATCHED;
        }
        if (facts.has(HandingOver.class)) {
            return HANDING_OVER;
        }
        if (facts.has(Prepared.class)) {
            return PREPARED;
        }
        return facts.has(PaymentFailed.class) ? UNPAID : WAITING;
    }
}
