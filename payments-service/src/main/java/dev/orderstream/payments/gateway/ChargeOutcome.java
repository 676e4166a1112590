package dev.orderstream.payments.gateway;

import org.jspecify.annotations.Nullable;

/// What came of asking for a charge.
public sealed interface ChargeOutcome
        permits ChargeOutcome.Captured, ChargeOutcome.Declined, Unanswered {

    /// The money is ours.
    ///
    /// @param reference the gateway's own
    record Captured(String reference) implements ChargeOutcome {}

    /// There is no charge and there will be none.
    ///
    /// @param reason one of [FailureReason]
    /// @param reference the gateway's own, if it kept the attempt
    record Declined(FailureReason reason, @Nullable String reference) implements ChargeOutcome {}
}
