package dev.orderstream.shipping.dispatching;

import dev.orderstream.shipping.dispatching.Report.Refusal;
import dev.orderstream.shipping.dispatching.ShipmentFact.Delivered;
import dev.orderstream.shipping.dispatching.ShipmentFact.Dispatched;
import dev.orderstream.shipping.dispatching.ShipmentFact.Told;
import java.time.Instant;
import java.util.Objects;

/// What a report of the warehouse means for a shipment.
///
/// Unlike an event it is somebody's claim about now: it is taken when it fits and refused when it
/// does not, under the lock of the shipment's row.
sealed interface ReportDecision {

    /// It is news.
    record Learn(Told fact) implements ReportDecision {}

    /// It is known.
    record Known() implements ReportDecision {}

    /// It cannot be.
    record Refuse(Refusal why) implements ReportDecision {}

    /// The parcel was given to a carrier.
    static ReportDecision onDispatch(ShipmentFacts facts, Dispatched reported) {
        return switch (facts.state()) {
            case WAITING, UNPAID, HANDING_OVER -> new Refuse(Refusal.NOT_READY);
            case PREPARED -> new Learn(reported);
            case DISPATCHED, DELIVERED ->
                    sameParcel(Objects.requireNonNull(facts.find(Dispatched.class)), reported)
                            ? new Known()
                            : new Refuse(Refusal.DISPATCHED_OTHERWISE);
            case CANCELLED -> new Refuse(Refusal.CANCELLED);
        };
    }

    /// The customer has the parcel.
    static ReportDecision onDelivery(ShipmentFacts facts, Instant now) {
        return switch (facts.state()) {
            case WAITING, UNPAID, PREPARED, HANDING_OVER -> new Refuse(Refusal.NOT_READY);
            case DISPATCHED -> new Learn(new Delivered(now));
            case DELIVERED -> new Known();
            case CANCELLED -> new Refuse(Refusal.CANCELLED);
        };
    }

    private static boolean sameParcel(Dispatched known, Dispatched reported) {
        return known.carrier().equals(reported.carrier())
                && known.trackingNumber().equals(reported.trackingNumber());
    }
}
