package dev.orderstream.payments.gateway;

import org.jspecify.annotations.Nullable;

/// How a charge stands at the gateway.
public sealed interface ChargeOutcome
        permits ChargeOutcome.Captured,
                ChargeOutcome.Declined,
                ChargeOutcome.ActionRequired,
                ChargeOutcome.Withdrawn,
                Unanswered {

    /// The money is ours.
    ///
    /// @param reference the gateway's own
    record Captured(String reference) implements ChargeOutcome {}

    /// There is no charge and there will be none.
    ///
    /// @param reason one of [FailureReason]
    /// @param reference the gateway's own, if it kept the attempt
    record Declined(FailureReason reason, @Nullable String reference) implements ChargeOutcome {}

    /// The customer's bank wants to see the customer first.
    ///
    /// @param url where the customer goes
    record ActionRequired(String reference, String url) implements ChargeOutcome {}

    /// There is no charge and there will be none, because its order was cancelled.
    record Withdrawn(String reference) implements ChargeOutcome {}
}
