package dev.orderstream.orders.lifecycle;

import dev.orderstream.events.PaymentEvent;
import dev.orderstream.events.PaymentEvent.PaymentActionRequired;
import dev.orderstream.events.PaymentEvent.PaymentFailed;
import dev.orderstream.events.PaymentEvent.PaymentRefunded;
import dev.orderstream.events.PaymentEvent.PaymentSucceeded;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// What is known about an order's payment; each member is null until it is known.
public record PaymentFacts(
        @Nullable Action actionRequired,
        @Nullable Instant paidAt,
        @Nullable Failure failed,
        @Nullable Instant refundedAt) {

    static final PaymentFacts NONE = new PaymentFacts(null, null, null, null);

    /// The customer's bank wants to see the customer.
    public record Action(Instant expiresAt, String url) implements Comparable<Action> {
        @Override
        public int compareTo(Action other) {
            return Comparator.comparing(Action::expiresAt)
                    .thenComparing(Action::url)
                    .compare(this, other);
        }
    }

    /// The payment ended without a charge.
    public record Failure(Instant at, String reason) implements Comparable<Failure> {
        @Override
        public int compareTo(Failure other) {
            return Comparator.comparing(Failure::at)
                    .thenComparing(Failure::reason)
                    .compare(this, other);
        }
    }

    PaymentFacts with(PaymentEvent event) {
        return switch (event) {
            case PaymentActionRequired e ->
                    new PaymentFacts(
                            Facts.settled(actionRequired, new Action(e.expiresAt(), e.actionUrl())),
                            paidAt,
                            failed,
                            refundedAt);
            case PaymentSucceeded e ->
                    new PaymentFacts(
                            actionRequired, Facts.settled(paidAt, e.paidAt()), failed, refundedAt);
            case PaymentFailed e ->
                    new PaymentFacts(
                            actionRequired,
                            paidAt,
                            Facts.settled(failed, new Failure(e.failedAt(), e.reason())),
                            refundedAt);
            case PaymentRefunded e ->
                    new PaymentFacts(
                            actionRequired,
                            paidAt,
                            failed,
                            Facts.settled(refundedAt, e.refundedAt()));
        };
    }
}
