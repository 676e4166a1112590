package dev.orderstream.payments.gateway;

/// What came of asking for a refund.
public sealed interface RefundOutcome
        permits RefundOutcome.Refunded, RefundOutcome.Failed, Unanswered {

    /// The money went back.
    ///
    /// @param reference the gateway's own
    record Refunded(String reference) implements RefundOutcome {}

    /// The money came back to us: this refund will never arrive.
    record Failed(String reference) implements RefundOutcome {}
}
