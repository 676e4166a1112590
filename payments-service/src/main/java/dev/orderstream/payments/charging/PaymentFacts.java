package dev.orderstream.payments.charging;

import dev.orderstream.delivery.outbox.Cause;
import dev.orderstream.events.Money;
import dev.orderstream.payments.gateway.FailureReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What is known of one order's payment; each fact is learnt once, in any order.
///
/// ```
///  (nothing)        ordered ──> CHARGING         cancelled ──> CANCELLED
///  CHARGING         captured ──> PAID            declined ──> FAILED      cancelled ──> CANCELLED
///                   action required ──> ACTION_REQUIRED
///  ACTION_REQUIRED  captured ──> PAID            declined ──> FAILED      cancelled ──> CANCELLED
///  CANCELLED        captured ──> REFUNDING       declined ──> FAILED      (it was under way)
///  PAID             cancelled ──> REFUNDING
///  REFUNDING        refunded ──> REFUNDED        the refund failed three times ──> REFUND_FAILED
///  REFUNDED         the refund failed after all ──> REFUNDING, REFUND_FAILED
/// ```
///
/// The status depends on the set of the facts and not on their order; a test holds the same diagram
/// in docs/reference/lifecycle.md equal to what the code does.
///
/// @param ordered what is to be charged
/// @param action the customer's bank wanted to see the customer
/// @param answer how the charge ended
/// @param cancelled the order will not be shipped
/// @param refunds what became of what was captured
public record PaymentFacts(
        @Nullable Ordered ordered,
        @Nullable ActionRequired action,
        @Nullable Answer answer,
        @Nullable Cancelled cancelled,
        Refunds refunds) {

    /// Nothing is known yet.
    public static final PaymentFacts NONE = new PaymentFacts(null, null, null, null, Refunds.NONE);

    /// What the customer ordered comes to.
    ///
    /// @param paymentMethod the gateway's token of a payment method
    public record Ordered(Money amount, String paymentMethod) {}

    /// The order was cancelled.
    public record Cancelled(Instant at, Cause cause) {}

    /// What the gateway said, whether it was asked or told us by itself.
    public sealed interface Said {}

    /// The customer's bank wants to see the customer.
    ///
    /// @param expiresAt afterwards the charge is called off
    public record ActionRequired(String reference, String url, Instant expiresAt) implements Said {}

    /// How the charge ended.
    public sealed interface Answer extends Said {}

    /// The money is ours.
    public record Captured(String reference, Instant at) implements Answer {}

    /// There is no charge and there will be none.
    ///
    /// @param reason a stable code
    public record Declined(String reason, @Nullable String reference, Instant at)
            implements Answer {}

    /// There is no charge and there will be none, because the order was cancelled.
    ///
    /// @param reference null where the gateway was never asked
    public record Withdrawn(@Nullable String reference, Instant at) implements Answer {}

    /// The money went back.
    public record Refunded(String reference, Instant at) implements Said {}

    /// A refund never arrived: its money is ours again.
    public record RefundFailed(String reference, Instant at) implements Said {}

    /// An order that was cancelled before it was heard of is never charged.
    PaymentFacts with(Ordered fact) {
        if (ordered != null) {
            return this;
        }
        Answer known =
                cancelled != null && answer == null ? new Withdrawn(null, cancelled.at()) : answer;
        return new PaymentFacts(fact, action, known, cancelled, refunds);
    }

    PaymentFacts with(Cancelled fact) {
        return cancelled == null ? new PaymentFacts(ordered, action, answer, fact, refunds) : this;
    }

    PaymentFacts with(Said fact) {
        return switch (fact) {
            case ActionRequired asked ->
                    action == null
                            ? new PaymentFacts(ordered, asked, answer, cancelled, refunds)
                            : this;
            case Answer given ->
                    answer == null
                            ? new PaymentFacts(ordered, action, meant(given), cancelled, refunds)
                            : this;
            case Refunded refund ->
                    new PaymentFacts(ordered, action, answer, cancelled, refunds.with(refund));
            case RefundFailed refund ->
                    new PaymentFacts(ordered, action, answer, cancelled, refunds.with(refund));
        };
    }

    /// A charge of an order that nobody cancelled was called off by somebody at the gateway.
    private Answer meant(Answer given) {
        return given instanceof Withdrawn(var reference, var at) && cancelled == null
                ? new Declined(FailureReason.CANCELED.code(), reference, at)
                : given;
    }

    /// How it stands.
    public PaymentStatus status() {
        return switch (answer) {
            case null -> unanswered();
            case Withdrawn _ -> PaymentStatus.CANCELLED;
            case Declined _ -> PaymentStatus.FAILED;
            case Captured _ when cancelled == null -> PaymentStatus.PAID;
            case Captured _ -> refunds.status();
        };
    }

    private PaymentStatus unanswered() {
        if (cancelled != null) {
            return PaymentStatus.CANCELLED;
        }
        return action == null ? PaymentStatus.CHARGING : PaymentStatus.ACTION_REQUIRED;
    }

    /// What is to be done about it.
    NextStep next() {
        if (ordered == null) {
            return new NextStep.Nothing();
        }
        return switch (answer) {
            case null -> untilAnswered(ordered);
            case Declined _, Withdrawn _ -> new NextStep.Nothing();
            case Captured captured ->
                    cancelled == null || refunds.standing() != null || refunds.givenUp()
                            ? new NextStep.Nothing()
                            : new NextStep.Refund(
                                    captured.reference(),
                                    ordered.amount(),
                                    refunds.nextNumber(),
                                    cancelled.cause());
        };
    }

    /// A charge that is under way when its order is cancelled is waited for: it may have been made.
    private NextStep untilAnswered(Ordered order) {
        if (action == null) {
            return cancelled == null
                    ? new NextStep.Charge(order.amount(), order.paymentMethod())
                    : new NextStep.Nothing();
        }
        return cancelled == null
                ? new NextStep.AwaitCustomer(action.reference(), action.expiresAt())
                : new NextStep.CallOff(action.reference(), cancelled.cause());
    }
}
