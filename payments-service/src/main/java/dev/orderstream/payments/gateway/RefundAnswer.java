package dev.orderstream.payments.gateway;

import com.stripe.model.Refund;
import dev.orderstream.payments.gateway.Unanswered.Trouble;

/// What a Refund says, the same whoever brings it.
final class RefundAnswer {

    private RefundAnswer() {}

    static RefundOutcome of(Refund refund) {
        return switch (refund.getStatus()) {
            case "succeeded" -> new RefundOutcome.Refunded(refund.getId());
            case "failed", "canceled" -> new RefundOutcome.Failed(refund.getId());
            default -> new Unanswered(Trouble.PENDING, "the refund is " + refund.getStatus(), null);
        };
    }
}
