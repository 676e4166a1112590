package dev.orderstream.shipping.dispatching;

import dev.orderstream.shipping.dispatching.ShipmentFact.CancellationRequested;
import java.time.Duration;

/// What an attempt to hand a parcel over does.
sealed interface HandOverStep {

    /// Asks the carrier to take the parcel.
    record Book() implements HandOverStep {}

    /// Asks the carrier to forget the parcel, if it has not got it yet.
    record Withdraw(CancelReason reason) implements HandOverStep {}

    /// Asks nobody: the carrier has never heard of the parcel.
    record Drop(CancelReason reason) implements HandOverStep {}

    /// What the first attempt does: however long the parcel waited for it, the carrier was not
    /// asked.
    static HandOverStep first(ShipmentFacts facts) {
        CancellationRequested wish = facts.find(CancellationRequested.class);
        return wish == null ? new Book() : new Drop(wish.reason());
    }

    /// What a later attempt does: a cancellation comes first, patience ends last.
    ///
    /// @param asked so long ago the carrier was asked first
    static HandOverStep next(ShipmentFacts facts, Duration asked, Duration patience) {
        CancellationRequested wish = facts.find(CancellationRequested.class);
        if (wish != null) {
            return new Withdraw(wish.reason());
        }
        return asked.compareTo(patience) > 0
                ? new Withdraw(CancelReason.CARRIER_UNAVAILABLE)
                : new Book();
    }
}
