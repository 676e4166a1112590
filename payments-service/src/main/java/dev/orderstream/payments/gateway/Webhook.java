package dev.orderstream.payments.gateway;

import java.util.UUID;

/// What a webhook turned out to be.
public sealed interface Webhook {

    /// Not signed by the gateway with a secret of ours, altered, or too old.
    record Refused() implements Webhook {}

    /// Signed, and about nothing that concerns us.
    record Unrelated() implements Webhook {}

    /// Signed, and about a payment of an order.
    sealed interface Signed extends Webhook {

        /// The event's id: the same when it comes again.
        String id();

        UUID orderId();
    }

    /// How a charge stood when the event happened.
    record OfCharge(String id, UUID orderId, ChargeOutcome outcome) implements Signed {}

    /// How a refund stood when the event happened.
    record OfRefund(String id, UUID orderId, RefundOutcome outcome) implements Signed {}

    /// Something went wrong that may be over by now: the gateway is to be asked.
    record Hint(String id, UUID orderId) implements Signed {}
}
