package dev.orderstream.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What payments-service tells, on `payments.events`.
public sealed interface PaymentEvent extends Event {

    /// The card gateway captured the order's total.
    record PaymentSucceeded(
            UUID orderId, UUID paymentId, Money amount, String gatewayReference, Instant paidAt)
            implements PaymentEvent {
        public PaymentSucceeded {
            Require.present("orderId", orderId);
            Require.present("paymentId", paymentId);
            Require.present("amount", amount);
            Require.text("gatewayReference", gatewayReference, 255);
            Require.present("paidAt", paidAt);
        }
    }

    /// The payment ended without a charge.
    ///
    /// @param reason a stable code, as listed in the reference of failure codes
    record PaymentFailed(
            UUID orderId,
            UUID paymentId,
            Money amount,
            String reason,
            @Nullable String gatewayReference,
            Instant failedAt)
            implements PaymentEvent {
        public PaymentFailed {
            Require.present("orderId", orderId);
            Require.present("paymentId", paymentId);
            Require.present("amount", amount);
            Require.text("reason", reason, 100);
            Require.present("failedAt", failedAt);
        }
    }

    /// What had been captured for a cancelled order went back to the customer.
    record PaymentRefunded(
            UUID orderId, UUID paymentId, Money amount, String gatewayReference, Instant refundedAt)
            implements PaymentEvent {
        public PaymentRefunded {
            Require.present("orderId", orderId);
            Require.present("paymentId", paymentId);
            Require.present("amount", amount);
            Require.text("gatewayReference", gatewayReference, 255);
            Require.present("refundedAt", refundedAt);
        }
    }

    /// The customer's bank wants to see the customer before the charge.
    record PaymentActionRequired(
            UUID orderId, UUID paymentId, Money amount, String actionUrl, Instant expiresAt)
            implements PaymentEvent {
        public PaymentActionRequired {
            Require.present("orderId", orderId);
            Require.present("paymentId", paymentId);
            Require.present("amount", amount);
            Require.text("actionUrl", actionUrl, 2000);
            Require.present("expiresAt", expiresAt);
        }
    }
}
