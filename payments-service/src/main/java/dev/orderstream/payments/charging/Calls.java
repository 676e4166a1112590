package dev.orderstream.payments.charging;

import dev.orderstream.delivery.effects.NewEffect;
import dev.orderstream.delivery.outbox.Cause;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The calls to the gateway that a change of the facts leads to.
final class Calls {

    static final String CHARGE = "charge";
    static final String AUTHENTICATION = "authentication";
    static final String CALL_OFF = "call-off";
    static final String REFUND = "refund";

    /// There is one charge of an order, of its total, and one refund unless that fails.
    private static final String SUBJECT = "total";

    /// Nobody authenticates faster.
    private static final Duration FIRST_LOOK = Duration.ofSeconds(1);

    /// A call that is to be made.
    ///
    /// @param after not to be made before this time is over
    /// @param cause what it answers, where that is not what was learnt last
    record Call(
            String kind,
            PaymentId id,
            String subject,
            Object input,
            Duration after,
            @Nullable Cause cause) {

        Call(String kind, PaymentId id, Object input, @Nullable Cause cause) {
            this(kind, id, SUBJECT, input, Duration.ZERO, cause);
        }

        NewEffect due(Instant at, Cause learntFrom) {
            return new NewEffect(
                    kind,
                    id.orderId(),
                    subject,
                    input,
                    at.plus(after),
                    cause == null ? learntFrom : cause);
        }
    }

    private Calls() {}

    /// A step that stays the same leads to nothing: its call has been asked for, and asking again
    /// while its answer is being recorded would deadlock.
    static Optional<Call> between(PaymentId id, PaymentFacts before, PaymentFacts after) {
        NextStep step = after.next();
        return before.next().equals(step) ? Optional.empty() : following(id, step);
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
            case NextStep.AwaitCustomer(var chargeReference, var expiresAt) ->
                    Optional.of(
                            new Call(
                                    AUTHENTICATION,
                                    id,
                                    SUBJECT,
                                    new AuthenticationInput(chargeReference, expiresAt),
                                    FIRST_LOOK,
                                    null));
            case NextStep.CallOff(var chargeReference, var cancellation) ->
                    Optional.of(
                            new Call(
                                    CALL_OFF, id, new CallOffInput(chargeReference), cancellation));
            case NextStep.Refund(var chargeReference, var amount, var number, var cancellation) ->
                    Optional.of(
                            new Call(
                                    REFUND,
                                    id,
                                    number == 1 ? SUBJECT : SUBJECT + "-" + number,
                                    new RefundInput(chargeReference, amount),
                                    Duration.ZERO,
                                    cancellation));
            case NextStep.Nothing() -> Optional.empty();
        };
    }
}
