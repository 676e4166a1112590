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
///                                   ┌───────────the warehouse has given it away───────────┐
///                                   │                                                     v
///  WAITING ──ordered and paid──> PREPARED ──packed──> HANDING_OVER ──carrier has it──> DISPATCHED ──> DELIVERED
///   │   │                           │                      │
///   │   └──payment failed──> UNPAID │                      │ refused, withdrawn or dropped
///   │                           │   │                      │
///   └───cancellation requested──┴───┴──────────────────────┴──> CANCELLED
/// ```
///
/// Cancelling and handing over race for the same row: each is decided under its lock, in
/// [ShipmentDecision]. While the shipment is HANDING_OVER only the next attempt to do so can say
/// what becomes of the parcel: a cancellation makes [HandOverStep] drop it where the carrier was
/// never asked, and withdraw it otherwise. The answer, of which there is one, ends it as dispatched
/// or as cancelled. A cancellation that comes later is kept and changes nothing.
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
