package dev.orderstream.payments.charging;

import dev.orderstream.delivery.outbox.Cause;
import dev.orderstream.events.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What is known of one order's payment; each fact is learnt once, in any order.
///
/// ```
///              ordered           captured              cancelled            refunded
///  (nothing) ──────────> CHARGING ───────> PAID ─────────────────> REFUNDING ───────> REFUNDED
///      │                  │    │                                       ^
///      │ cancelled        │    └─ declined ──> FAILED                  │ captured: the charge
///      v                  v cancelled                                  │ was under way
///  CANCELLED <────────────┴────────────────────────────────────────────┘
/// ```
///
/// The arrows are only the usual ways: the status depends on the set of the facts and not on their
/// order.
///
/// @param ordered what is to be charged
/// @param answer what the gateway said to the charge
/// @param cancelled the order will not be shipped
/// @param refunded what was captured went back
public record PaymentFacts(
        @Nullable Ordered ordered,
        @Nullable Answer answer,
        @Nullable Cancelled cancelled,
        @Nullable Refunded refunded) {

    /// Nothing is known yet.
    public static final PaymentFacts NONE = new PaymentFacts(null, null, null, null);

    /// What the customer ordered comes to.
    ///
    /// @param paymentMethod the gateway's token of a payment method
    public record Ordered(Money amount, String paymentMethod) {}

    /// What the gateway said to the charge.
    public sealed interface Answer {}

    /// The money is ours.
    public record Captured(String reference, Instant at) implements Answer {}

    /// There is no charge and there will be none.
    ///
    /// @param reason a stable code
    public record Declined(String reason, @Nullable String reference, Instant at)
            implements Answer {}

    /// The order was cancelled.
    public record Cancelled(Instant at, Cause cause) {}

    /// The money went back.
    public record Refunded(String reference, Instant at) {}

    PaymentFacts with(Ordered fact) {
        return ordered == null ? new PaymentFacts(fact, answer, cancelled, refunded) : this;
    }

    PaymentFacts with(Answer fact) {
        return answer == null ? new PaymentFacts(ordered, fact, cancelled, refunded) : this;
    }

    PaymentFacts with(Cancelled fact) {
        return cancelled == null ? new PaymentFacts(ordered, answer, fact, refunded) : this;
    }

    PaymentFacts with(Refunded fact) {
        return refunded == null ? new PaymentFacts(ordered, answer, cancelled, fact) : this;
    }

    /// How it stands.
    public PaymentStatus status() {
        return switch (answer) {
            case null -> cancelled == null ? PaymentStatus.CHARGING : PaymentStatus.CANCELLED;
            case Declined _ -> PaymentStatus.FAILED;
            case Captured _ when cancelled == null -> PaymentStatus.PAID;
            case Captured _ -> refunded == null ? PaymentStatus.REFUNDING : PaymentStatus.REFUNDED;
        };
    }

    /// What is to be done about it.
    NextStep next() {
        if (ordered == null) {
            return new NextStep.Nothing();
        }
        return switch (answer) {
            case null ->
                    cancelled == null
                            ? new NextStep.Charge(ordered.amount(), ordered.paymentMethod())
                            : new NextStep.Nothing();
            case Declined _ -> new NextStep.Nothing();
            case Captured captured ->
                    cancelled == null || refunded != null
                            ? new NextStep.Nothing()
                            : new NextStep.Refund(
                                    captured.reference(), ordered.amount(), cancelled.cause());
        };
    }
}
