package dev.orderstream.payments.charging;

import dev.orderstream.delivery.outbox.Cause;
import dev.orderstream.events.Money;
import java.time.Instant;

/// What follows from the facts of a payment; taking the same step again changes nothing.
sealed interface NextStep {

    /// The gateway is to charge this.
    record Charge(Money amount, String paymentMethod) implements NextStep {}

    /// The customer is with the bank: the gateway is asked how it goes, and told to stop in the
    /// end.
    record AwaitCustomer(String chargeReference, Instant expiresAt) implements NextStep {}

    /// The gateway is not to charge what the customer has not authenticated.
    ///
    /// @param cause the cancellation
    record CallOff(String chargeReference, Cause cause) implements NextStep {}

    /// The gateway is to give all of it back.
    ///
    /// @param number which refund of this payment it is, from 1: those before it failed
    /// @param cause the cancellation
    record Refund(String chargeReference, Money amount, int number, Cause cause)
            implements NextStep {}

    /// All is done, or something is still to be learnt.
    record Nothing() implements NextStep {}
}
