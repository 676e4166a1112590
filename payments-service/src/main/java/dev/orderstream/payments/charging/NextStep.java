package dev.orderstream.payments.charging;

import dev.orderstream.delivery.outbox.Cause;
import dev.orderstream.events.Money;

/// What follows from the facts of a payment; taking the same step again changes nothing.
sealed interface NextStep {

    /// The gateway is to charge this.
    record Charge(Money amount, String paymentMethod) implements NextStep {}

    /// The gateway is to give all of it back.
    ///
    /// @param cause the cancellation
    record Refund(String chargeReference, Money amount, Cause cause) implements NextStep {}

    /// All is done, or something is still to be learnt.
    record Nothing() implements NextStep {}
}
