package dev.orderstream.operations.reconcile;

/// Something that must be true of an order, whatever happened on its way.
@FunctionalInterface
interface Rule {

    void check(AcceptedOrder order, Evidence evidence, Findings findings);
}
