package dev.orderstream.payments.charging;

import dev.orderstream.delivery.outbox.Cause;
import dev.orderstream.events.Money;
import dev.orderstream.payments.charging.PaymentFacts.ActionRequired;
import dev.orderstream.payments.charging.PaymentFacts.Answer;
import dev.orderstream.payments.charging.PaymentFacts.Cancelled;
import dev.orderstream.payments.charging.PaymentFacts.Captured;
import dev.orderstream.payments.charging.PaymentFacts.Declined;
import dev.orderstream.payments.charging.PaymentFacts.Ordered;
import dev.orderstream.payments.charging.PaymentFacts.Refunded;
import dev.orderstream.payments.charging.PaymentFacts.Withdrawn;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// The row of one order's payment: its facts, column by column.
@Entity
class Payment {

    @Id
    @Column(name = "payment_id")
    UUID paymentId;

    @Column(name = "order_id")
    UUID orderId;

    @Column(name = "amount_minor")
    @Nullable Long amountMinor;

    @Column(name = "currency")
    @Nullable String currency;

    @Column(name = "payment_method")
    @Nullable String paymentMethod;

    @Column(name = "action_reference")
    @Nullable String actionReference;

    @Column(name = "action_url")
    @Nullable String actionUrl;

    @Column(name = "action_expires_at")
    @Nullable Instant actionExpiresAt;

    @Column(name = "captured_at")
    @Nullable Instant capturedAt;

    @Column(name = "declined_at")
    @Nullable Instant declinedAt;

    @Column(name = "decline_reason")
    @Nullable String declineReason;

    @Column(name = "withdrawn_at")
    @Nullable Instant withdrawnAt;

    @Column(name = "gateway_reference")
    @Nullable String gatewayReference;

    @Column(name = "cancelled_at")
    @Nullable Instant cancelledAt;

    @Column(name = "cancellation_event_id")
    @Nullable UUID cancellationEventId;

    @Column(name = "cancellation_traceparent")
    @Nullable String cancellationTraceparent;

    @Column(name = "refunded_at")
    @Nullable Instant refundedAt;

    @Column(name = "refund_reference")
    @Nullable String refundReference;

    @Column(name = "failed_refunds")
    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> failedRefunds = List.of();

    PaymentFacts facts() {
        return new PaymentFacts(
                currency == null
                        ? null
                        : new Ordered(
                                new Money(Objects.requireNonNull(amountMinor), currency),
                                Objects.requireNonNull(paymentMethod)),
                action(),
                answer(),
                cancelledAt == null
                        ? null
                        : new Cancelled(
                                cancelledAt,
                                new Cause(cancellationEventId, cancellationTraceparent)),
                refunds());
    }

    private @Nullable ActionRequired action() {
        return actionReference == null
                ? null
                : new ActionRequired(
                        actionReference,
                        Objects.requireNonNull(actionUrl),
                        Objects.requireNonNull(actionExpiresAt));
    }

    private Refunds refunds() {
        Refunded last =
                refundedAt == null
                        ? null
                        : new Refunded(Objects.requireNonNull(refundReference), refundedAt);
        return new Refunds(last, Set.copyOf(failedRefunds));
    }

    private @Nullable Answer answer() {
        if (capturedAt != null) {
            return new Captured(Objects.requireNonNull(gatewayReference), capturedAt);
        }
        if (withdrawnAt != null) {
            return new Withdrawn(gatewayReference, withdrawnAt);
        }
        return declinedAt == null
                ? null
                : new Declined(Objects.requireNonNull(declineReason), gatewayReference, declinedAt);
    }

    void become(PaymentFacts facts) {
        if (facts.ordered() instanceof Ordered(Money amount, String method)) {
            amountMinor = amount.amount();
            currency = amount.currency();
            paymentMethod = method;
        }
        if (facts.action() instanceof ActionRequired(var reference, var url, var expiresAt)) {
            actionReference = reference;
            actionUrl = url;
            actionExpiresAt = expiresAt;
        }
        become(facts.answer());
        if (facts.cancelled() instanceof Cancelled(Instant at, Cause cause)) {
            cancelledAt = at;
            cancellationEventId = cause.eventId();
            cancellationTraceparent = cause.traceparent();
        }
        if (facts.refunds().last() instanceof Refunded(String reference, Instant at)) {
            refundReference = reference;
            refundedAt = at;
        }
        if (facts.refunds().failed().size() > failedRefunds.size()) {
            failedRefunds = facts.refunds().failed().stream().sorted().toList();
        }
    }

    private void become(@Nullable Answer answer) {
        switch (answer) {
            case null -> {}
            case Captured(String reference, Instant at) -> {
                gatewayReference = reference;
                capturedAt = at;
            }
            case Declined(String reason, String reference, Instant at) -> {
                gatewayReference = reference;
                declineReason = reason;
                declinedAt = at;
            }
            case Withdrawn(String reference, Instant at) -> {
                gatewayReference = reference;
                withdrawnAt = at;
            }
        }
    }
}
