package dev.orderstream.shipping.dispatching;

import dev.orderstream.shipping.dispatching.ShipmentFact.CancellationRequested;
import dev.orderstream.shipping.dispatching.ShipmentFact.HandingOver;
import java.time.Duration;
import java.time.Instant;

/// What an attempt to hand a parcel over asks of the carrier.
sealed interface HandOverStep {

    /// To take the parcel.
    record Book() implements HandOverStep {}

    /// To forget the parcel, if it has not got it yet.
    record Withdraw(CancelReason reason) implements HandOverStep {}

    /// What to ask, after all that is known: a cancellation comes first, patience ends last.
    static HandOverStep of(ShipmentFacts facts, Duration patience, Instant now) {
        CancellationRequested wish = facts.find(CancellationRequested.class);
        if (wish != null) {
            return new Withdraw(wish.reason());
        }
        HandingOver begun = facts.find(HandingOver.class);
        return begun != null && begun.at().plus(patience).isBefore(now)
                ? new Withdraw(CancelReason.CARRIER_UNAVAILABLE)
                : new Book();
    }
}
