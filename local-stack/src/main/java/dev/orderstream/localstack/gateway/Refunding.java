package dev.orderstream.localstack.gateway;

import dev.orderstream.localstack.gateway.TestCard.RefundsAs;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Decides on refunds: never more than was captured, and how they end.
final class Refunding {

    private static final Set<String> CREATE =
            Set.of("payment_intent", "charge", "amount", "reason", "metadata", "expand");
    private static final Set<String> REASONS =
            Set.of("duplicate", "fraudulent", "requested_by_customer");

    private Refunding() {}

    static Change create(Books.State state, Form form) {
        form.allowOnly(CREATE);
        String reason = form.word("reason", REASONS);
        Charge charge = charge(state, form);
        if (charge.refundable() == 0) {
            throw ApiError.invalid(
                    "charge_already_refunded",
                    "Charge " + charge.id() + " has already been refunded.",
                    null);
        }
        Long asked = form.positive("amount");
        long amount = asked == null ? charge.refundable() : asked;
        if (amount > charge.refundable()) {
            throw tooMuch(charge, amount);
        }
        return refund(charge, amount, reason, form);
    }

    private static Change refund(Charge charge, long amount, @Nullable String reason, Form form) {
        boolean pending =
                TestCards.get(charge.card()).refundsAs() == RefundsAs.PENDING_THEN_SUCCEEDED;
        Refund refund =
                new Refund(
                        Ids.next("re_"),
                        charge.intent(),
                        charge.id(),
                        Change.now(),
                        amount,
                        charge.currency(),
                        pending ? Refund.Status.PENDING : Refund.Status.SUCCEEDED,
                        form.metadata(),
                        reason);
        return Change.of(
                charge.refundedBy(amount),
                refund,
                GatewayEvent.REFUND_CREATED,
                GatewayEvent.CHARGE_REFUNDED);
    }

    /// Whether this refund is still to change by itself.
    static boolean isUnsettled(Refund refund, Charge charge) {
        return switch (TestCards.get(charge.card()).refundsAs()) {
            case SUCCEEDED_AT_ONCE -> false;
            case PENDING_THEN_SUCCEEDED -> refund.status() == Refund.Status.PENDING;
            case SUCCEEDED_THEN_FAILED -> refund.status() == Refund.Status.SUCCEEDED;
        };
    }

    static Change settle(Refund refund, Charge charge) {
        return refund.status() == Refund.Status.PENDING
                ? Change.of(
                        charge, refund.with(Refund.Status.SUCCEEDED), GatewayEvent.REFUND_UPDATED)
                : Change.of(
                        charge.refundedBy(-refund.amount()),
                        refund.with(Refund.Status.FAILED),
                        GatewayEvent.REFUND_FAILED);
    }

    private static Charge charge(Books.State state, Form form) {
        String intentId = form.text("payment_intent");
        if (intentId == null) {
            return checked(state, form.text("charge"));
        }
        PaymentIntent intent = state.intents.get(intentId);
        if (intent == null) {
            throw ApiError.noSuch(404, "payment_intent", intentId, "payment_intent");
        }
        if (intent.status() != IntentStatus.SUCCEEDED) {
            throw ApiError.invalid(
                    null,
                    "This PaymentIntent ("
                            + intentId
                            + ") does not have a successful charge to"
                            + " refund.",
                    "payment_intent");
        }
        return checked(state, intent.charge());
    }

    private static Charge checked(Books.State state, @Nullable String id) {
        if (id == null) {
            throw ApiError.invalid(
                    "parameter_missing",
                    "One of the following params should be provided for this request:"
                            + " payment_intent or charge.",
                    null);
        }
        Charge charge = state.charges.get(id);
        if (charge == null) {
            throw ApiError.noSuch(404, "charge", id, "charge");
        }
        if (!charge.paid()) {
            throw ApiError.invalid(
                    null, "Charge " + id + " was not paid and cannot be refunded.", "charge");
        }
        return charge;
    }

    private static ApiError tooMuch(Charge charge, long amount) {
        return ApiError.invalid(
                null,
                "Refund amount ("
                        + Amounts.show(amount, charge.currency())
                        + ") is greater than unrefunded amount on charge ("
                        + Amounts.show(charge.refundable(), charge.currency())
                        + ")",
                "amount");
    }
}
