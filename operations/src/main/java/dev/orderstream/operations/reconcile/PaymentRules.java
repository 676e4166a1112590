package dev.orderstream.operations.reconcile;

import dev.orderstream.events.Event;
import dev.orderstream.events.PaymentEvent.PaymentActionRequired;
import dev.orderstream.events.PaymentEvent.PaymentFailed;
import dev.orderstream.events.PaymentEvent.PaymentRefunded;
import dev.orderstream.events.PaymentEvent.PaymentSucceeded;
import java.util.Set;
import java.util.function.ToLongFunction;

/// What must be true of an order's money: here, on the topics and in the gateway's ledger.
final class PaymentRules {

    private static final Set<Class<? extends Event>> WITH_AMOUNT =
            Set.of(
                    PaymentSucceeded.class,
                    PaymentFailed.class,
                    PaymentActionRequired.class,
                    PaymentRefunded.class);

    private PaymentRules() {}

    /// A payment of a cancelled order may have been withdrawn before it was made: then it has no
    /// outcome.
    static void oneOutcome(AcceptedOrder order, Evidence evidence, Findings findings) {
        int outcomes = evidence.count(PaymentSucceeded.class) + evidence.count(PaymentFailed.class);
        if (evidence.cancelled()) {
            findings.atMost("payment-outcome-once", 1, outcomes);
        } else {
            findings.expect("payment-outcome-once", 1, outcomes);
        }
        findings.atMost(
                "payment-action-required-once", 1, evidence.count(PaymentActionRequired.class));
        for (ToldEvent event : evidence.events) {
            if (WITH_AMOUNT.contains(event.type().payload())) {
                findings.expect("payment-told-amount", order.total(), event.amount());
            }
        }
    }

    static void refundedIffPaidAndCancelled(
            AcceptedOrder order, Evidence evidence, Findings findings) {
        findings.expect(
                "refunded-iff-paid-and-cancelled",
                evidence.paid() && evidence.cancelled() ? 1 : 0,
                evidence.count(PaymentRefunded.class));
    }

    static void storedAsTold(AcceptedOrder order, Evidence evidence, Findings findings) {
        findings.expect("payment-stored-once", 1, evidence.payments.size());
        for (StoredPayment stored : evidence.payments) {
            findings.expect("payment-stored-amount", order.total(), stored.amount());
            findings.expect("payment-stored-paid", evidence.paid(), stored.captured());
            findings.expect("payment-stored-failed", evidence.failed(), stored.declined());
            findings.expect("payment-stored-refunded", evidence.refunded(), stored.refunded());
        }
    }

    static void chargedAtMostOnce(AcceptedOrder order, Evidence evidence, Findings findings) {
        findings.atMost(
                "charged-at-most-once",
                1,
                evidence.charges.stream().mapToInt(Charge::successes).sum());
    }

    /// The gateway took exactly the total of a paid order, gave exactly that back when it was
    /// refunded, and has nothing of any other; and our own ledger says the same.
    static void chargedTheTotalIffPaid(AcceptedOrder order, Evidence evidence, Findings findings) {
        long paid = evidence.paid() ? order.total().amount() : 0;
        long refunded = evidence.refunded() ? order.total().amount() : 0;
        findings.expect("charged-the-total-iff-paid", paid, sum(evidence, Charge::captured));
        findings.expect("gave-back-iff-refunded", refunded, sum(evidence, Charge::refunded));
        for (StoredPayment stored : evidence.payments) {
            findings.expect("ledger-captured", paid, stored.ledgerCaptured());
            findings.expect("ledger-refunded", refunded, stored.ledgerRefunded());
        }
        for (Charge charge : evidence.charges) {
            findings.expect("charged-currency", order.total().currency(), charge.currency());
        }
    }

    private static long sum(Evidence evidence, ToLongFunction<Charge> amount) {
        return evidence.charges.stream().mapToLong(amount).sum();
    }
}
