package dev.orderstream.operations.reconcile;

/// What must be true of the calls to the outside world that were made for an order.
final class CallRules {

    private CallRules() {}

    /// What agrees now may differ once a call is made that is still to come.
    static void noneIsOpen(AcceptedOrder order, Evidence evidence, Findings findings) {
        findings.none("call-open", evidence.openCalls);
    }
}
