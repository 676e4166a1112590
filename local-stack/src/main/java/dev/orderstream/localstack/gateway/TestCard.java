package dev.orderstream.localstack.gateway;

import org.jspecify.annotations.Nullable;

/// One published test payment method and what happens when it is charged.
///
/// @param authenticates whether a person has to approve first
/// @param decline why the charge fails, null where it is paid
record TestCard(
        String id,
        String brand,
        String last4,
        String funding,
        boolean authenticates,
        @Nullable CardError decline,
        RefundsAs refundsAs) {

    /// How refunds to this card go.
    enum RefundsAs {
        SUCCEEDED_AT_ONCE,
        PENDING_THEN_SUCCEEDED,
        SUCCEEDED_THEN_FAILED
    }
}
