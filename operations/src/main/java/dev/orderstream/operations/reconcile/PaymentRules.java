package dev.orderstream.operations.reconcile;

import dev.orderstream.events.PaymentEvent.PaymentFailed;
import dev.orderstream.events.PaymentEvent.PaymentSucceeded;

/// What must be true of an order's money: here, on the topics and in the gateway's ledger.
final class PaymentRules {

    private PaymentRules() {}

    static void oneOutcome(AcceptedOrder order, Evidence evidence, Findings findings) {
        int succeeded = evidence.count(PaymentSucceeded.class);
        int failed = evidence.count(PaymentFailed.class);
        findings.expect("payment-outcome-once", 1, succeeded + failed);
        for (ToldEvent event : evidence.events) {
            if (event.is(PaymentSucceeded.class) || event.is(PaymentFailed.class)) {
                findings.expect("payment-told-amount", order.total(), event.amount());
            }
        }
    }

    static void storedAsTold(AcceptedOrder order, Evidence evidence, Findings findings) {
        findings.expect("payment-stored-once", 1, evidence.payments.size());
        boolean failed = evidence.count(PaymentFailed.class) > 0;
        for (StoredPayment stored : evidence.payments) {
            findings.expect("payment-stored-amount", order.total(), stored.amount());
            findings.expect("payment-stored-paid", evidence.paid(), stored.captured());
            findings.expect("payment-stored-failed", failed, stored.declined());
        }
    }

    static void chargedAtMostOnce(AcceptedOrder order, Evidence evidence, Findings findings) {
        findings.atMost(
                "charged-at-most-once",
                1,
                evidence.charges.stream().mapToInt(Charge::successes).sum());
    }

    /// Paid means that the gateway has exactly the total; failed means that it has nothing.
    static void chargedTheTotalIffPaid(AcceptedOrder order, Evidence evidence, Findings findings) {
        long kept =
                evidence.charges.stream()
                        .mapToLong(charge -> charge.captured() - charge.refunded())
                        .sum();
        findings.expect(
                "charged-the-total-iff-paid", evidence.paid() ? order.total().amount() : 0L, kept);
        for (Charge charge : evidence.charges) {
            findings.expect("charged-currency", order.total().currency(), charge.currency());
        }
    }
}
