package dev.orderstream.payments.reading;

import dev.orderstream.delivery.database.Database;
import dev.orderstream.payments.charging.PaymentFacts;
import dev.orderstream.payments.charging.PaymentStatus;
import dev.orderstream.payments.charging.Payments;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Reads a payment and its calls.
@ApplicationScoped
class PaymentViews {

    private final Payments payments;
    private final Database database;

    PaymentViews(Payments payments, Database database) {
        this.payments = payments;
        this.database = database;
    }

    @Transactional
    Optional<PaymentView> of(UUID orderId) {
        return payments.known(orderId).map(known -> view(known, calls(orderId)));
    }

    private static PaymentView view(Payments.Known known, List<PaymentView.Call> calls) {
        PaymentFacts facts = known.facts();
        PaymentFacts.Ordered ordered = facts.ordered();
        PaymentFacts.Refunded refunded = facts.refunds().standing();
        PaymentFacts.ActionRequired action = facts.action();
        String reason = null;
        String reference = null;
        switch (facts.answer()) {
            case null -> reference = action == null ? null : action.reference();
            case PaymentFacts.Captured captured -> reference = captured.reference();
            case PaymentFacts.Withdrawn withdrawn -> reference = withdrawn.reference();
            case PaymentFacts.Declined declined -> {
                reason = declined.reason();
                reference = declined.reference();
            }
        }
        return new PaymentView(
                known.paymentId(),
                known.orderId(),
                facts.status().name(),
                ordered == null ? null : ordered.amount(),
                reason,
                reference,
                facts.status() == PaymentStatus.ACTION_REQUIRED && action != null
                        ? action.expiresAt()
                        : null,
                refunded == null ? null : refunded.reference(),
                calls);
    }

    private List<PaymentView.Call> calls(UUID orderId) {
        return database.query(
                """
                SELECT kind, state, attempt, last_problem,
                       CASE state WHEN 'PENDING' THEN next_attempt_at
                                  WHEN 'RUNNING' THEN lease_until END
                         AS next_attempt_at
                FROM effect WHERE order_id = ? ORDER BY created_at, id
                """,
                row ->
                        new PaymentView.Call(
                                row.getString("kind"),
                                row.getString("state"),
                                row.getInt("attempt"),
                                Database.instantOrNull(row, "next_attempt_at"),
                                row.getString("last_problem")),
                orderId);
    }
}
