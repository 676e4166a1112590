package dev.orderstream.operations.reconcile;

import java.util.List;

/// All that is checked of each order.
final class Rules {

    /// True at any moment, also of an order that is still on its way.
    static final List<Rule> ALWAYS =
            List.of(
                    OrderRules::storedOnce,
                    PaymentRules::chargedAtMostOnce,
                    StreamRules::oneContentPerId,
                    StreamRules::allReadable,
                    StreamRules::noDeadLetters);

    /// True once the order has come to its end.
    static final List<Rule> AT_THE_END =
            List.of(
                    OrderRules::createdOnce,
                    OrderRules::completedIffDelivered,
                    OrderRules::statusFollows,
                    OrderRules::cancelledAtMostOnce,
                    OrderRules::timelineTellsAll,
                    StreamRules::sequencesAreGapless,
                    StreamRules::outboxIsRelayed,
                    PaymentRules::oneOutcome,
                    PaymentRules::storedAsTold,
                    PaymentRules::chargedTheTotalIffPaid,
                    PaymentRules::refundedIffPaidAndCancelled,
                    ShipmentRules::dispatchedIffPaid,
                    ShipmentRules::deliveredAtMostOnce,
                    ShipmentRules::storedAsTold,
                    MailRules::oneForEachOccasion,
                    CallRules::noneIsOpen);

    private Rules() {}

    static List<Difference> check(AcceptedOrder order, Evidence evidence, boolean ended) {
        Findings findings = new Findings(order.id());
        ALWAYS.forEach(rule -> rule.check(order, evidence, findings));
        if (ended) {
            AT_THE_END.forEach(rule -> rule.check(order, evidence, findings));
        } else {
            OrderRules.reachedAnEnd(order, evidence, findings);
        }
        return findings.differences();
    }
}
