package dev.orderstream.orders.cancelling;

import dev.orderstream.orders.lifecycle.CancellationOutcome;
import dev.orderstream.orders.lifecycle.OrderFacts;
import dev.orderstream.orders.lifecycle.ShipmentFacts;

/// What comes of asking to cancel an order with these facts; a plain function.
///
/// Shipping owns the moment after which it is too late. What is refused here is what shipping is
/// known to have passed already.
sealed interface CancellationDecision {

    /// Shipping is to be asked.
    record Ask() implements CancellationDecision {}

    /// It was asked for before, or has happened: there is nothing more to do.
    record Known() implements CancellationDecision {}

    /// The carrier has the parcel.
    record TooLate(String detail) implements CancellationDecision {}

    /// The payment failed: there is nothing to cancel.
    record Ended(String detail) implements CancellationDecision {}

    /// Decides from the facts.
    static CancellationDecision of(OrderFacts facts) {
        return switch (CancellationOutcome.of(facts)) {
            case TOO_LATE -> new TooLate(whereItIs(facts.shipment()));
            case CANCELLED -> new Known();
            case PENDING -> pending(facts);
        };
    }

    private static CancellationDecision pending(OrderFacts facts) {
        if (facts.cancellationRequestedAt() != null) {
            return new Known();
        }
        var failed = facts.payment().failed();
        return failed == null || facts.payment().paidAt() != null
                ? new Ask()
                : new Ended(
                        "The payment failed (%s): nothing was charged and nothing will be sent."
                                .formatted(failed.reason()));
    }

    private static String whereItIs(ShipmentFacts shipment) {
        var delivered = shipment.deliveredAt();
        var dispatched = shipment.dispatched();
        if (delivered != null || dispatched == null) {
            return "The parcel was delivered at %s.".formatted(delivered);
        }
        return "The parcel is with the carrier %s since %s, tracking number %s."
                .formatted(dispatched.carrier(), dispatched.at(), dispatched.trackingNumber());
    }
}
