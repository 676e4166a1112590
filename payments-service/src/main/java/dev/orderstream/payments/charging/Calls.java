package dev.orderstream.payments.charging;

import dev.orderstream.delivery.effects.NewEffect;
import dev.orderstream.delivery.outbox.Cause;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The calls to the gateway that a change of the facts leads to.
final class Calls {

    static final String CHARGE = "charge";
    static final String REFUND = "refund";

    /// There is one charge and one refund of an order: of its total.
    private static final String SUBJECT = "total";

    /// A call that is to be made.
    ///
    /// @param cause what it answers, where that is not what was learnt last
    record Call(String kind, PaymentId id, Object input, @Nullable Cause cause) {

        NewEffect due(Instant at, Cause learntFrom) {
            return new NewEffect(
                    kind, id.orderId(), SUBJECT, input, at, cause == null ? learntFrom : cause);
        }
    }

    private Calls() {}

    /// Facts that do not change lead to nothing: their call has been asked for, and asking again
    /// while its answer is being recorded would deadlock.
    static Optional<Call> between(PaymentId id, PaymentFacts before, PaymentFacts after) {
        return before.equals(after) ? Optional.empty() : following(id, after.next());
    }

    private static Optional<Call> following(PaymentId id, NextStep step) {
        return switch (step) {
            case NextStep.Charge(var amount, var paymentMethod) ->
                    Optional.of(
                            new Call(
                                    CHARGE,
                                    id,
                                    new ChargeInput(id.paymentId(), amount, paymentMethod),
                                    null));
            case NextStep.Refund(var chargeReference, var amount, var cancellation) ->
                    Optional.of(
                            new Call(
                                    REFUND,
                                    id,
                                    new RefundInput(chargeReference, amount),
                                    cancellation));
            case NextStep.Nothing() -> Optional.empty();
        };
    }
}
