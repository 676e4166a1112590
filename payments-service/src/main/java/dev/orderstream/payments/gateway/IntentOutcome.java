package dev.orderstream.payments.gateway;

import com.stripe.model.PaymentIntent;
import com.stripe.model.StripeError;
import com.stripe.param.PaymentIntentCancelParams.CancellationReason;
import dev.orderstream.payments.gateway.ChargeOutcome.ActionRequired;
import dev.orderstream.payments.gateway.ChargeOutcome.Captured;
import dev.orderstream.payments.gateway.ChargeOutcome.Declined;
import dev.orderstream.payments.gateway.ChargeOutcome.Withdrawn;
import dev.orderstream.payments.gateway.Unanswered.Trouble;
import org.jspecify.annotations.Nullable;

/// What a PaymentIntent says, the same whoever brings it: an answer, a webhook or a question later.
final class IntentOutcome {

    private IntentOutcome() {}

    static ChargeOutcome of(PaymentIntent intent) {
        return switch (intent.getStatus()) {
            case "succeeded" -> new Captured(intent.getId());
            case "canceled" -> canceled(intent);
            case "requires_payment_method" ->
                    new Declined(reason(intent.getLastPaymentError()), intent.getId());
            case "requires_action" -> action(intent);
            case null, default -> open(intent);
        };
    }

    /// Whether somebody who holds the intent's secret could still pay it.
    static boolean isRejected(PaymentIntent intent) {
        return "requires_payment_method".equals(intent.getStatus());
    }

    static boolean isFinal(PaymentIntent intent) {
        return "succeeded".equals(intent.getStatus()) || "canceled".equals(intent.getStatus());
    }

    static CancellationReason wire(CancelReason reason) {
        return switch (reason) {
            case ABANDONED -> CancellationReason.ABANDONED;
            case ORDER_CANCELLED -> CancellationReason.REQUESTED_BY_CUSTOMER;
        };
    }

    /// A rejection that came before the cancellation is the reason; else ours is kept with it.
    private static ChargeOutcome canceled(PaymentIntent intent) {
        String id = intent.getId();
        if (intent.getLastPaymentError() != null) {
            return new Declined(reason(intent.getLastPaymentError()), id);
        }
        return switch (intent.getCancellationReason()) {
            case "abandoned" -> new Declined(FailureReason.AUTHENTICATION_EXPIRED, id);
            case "requested_by_customer" -> new Withdrawn(id);
            case null, default -> new Declined(FailureReason.CANCELED, id);
        };
    }

    private static ChargeOutcome action(PaymentIntent intent) {
        PaymentIntent.@Nullable NextAction next = intent.getNextAction();
        return next == null || next.getRedirectToUrl() == null
                ? open(intent)
                : new ActionRequired(intent.getId(), next.getRedirectToUrl().getUrl());
    }

    private static Unanswered open(PaymentIntent intent) {
        return new Unanswered(Trouble.PENDING, "the payment is " + intent.getStatus(), null);
    }

    private static FailureReason reason(@Nullable StripeError error) {
        return error == null
                ? FailureReason.CARD_DECLINED
                : FailureReason.ofDecline(error.getDeclineCode(), error.getCode());
    }
}
