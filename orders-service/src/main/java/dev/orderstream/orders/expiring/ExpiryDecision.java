package dev.orderstream.orders.expiring;

import dev.orderstream.orders.lifecycle.OrderFacts;
import dev.orderstream.orders.lifecycle.PaymentFacts;
import dev.orderstream.orders.lifecycle.ShipmentFacts;

/// What is due for an order that is past its time; a plain function of its facts.
enum ExpiryDecision {
    /// It has ended: nothing.
    NOTHING,
    /// It is on its way, but late: to be shown until it ends.
    SHOW,
    /// Nothing came of it: to be cancelled, and shown until that is done.
    CANCEL;

    static ExpiryDecision of(OrderFacts facts) {
        if (facts.ended()) {
            return NOTHING;
        }
        return facts.cancellationRequestedAt() != null
                        || known(facts.payment())
                        || known(facts.shipment())
                ? SHOW
                : CANCEL;
    }

    private static boolean known(PaymentFacts payment) {
        return payment.paidAt() != null || payment.failed() != null || payment.refundedAt() != null;
    }

    private static boolean known(ShipmentFacts shipment) {
        return shipment.dispatched() != null
                || shipment.deliveredAt() != null
                || shipment.cancelled() != null;
    }
}
