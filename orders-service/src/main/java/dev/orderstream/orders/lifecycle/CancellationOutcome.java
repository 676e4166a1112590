package dev.orderstream.orders.lifecycle;

/// What became of cancelling an order: a function of its facts and of nothing else.
public enum CancellationOutcome {
    /// Shipping has not said yet whether it is too late.
    PENDING,
    /// There will be no parcel.
    CANCELLED,
    /// The parcel is with the carrier or the customer.
    TOO_LATE;

    /// The outcome that follows from these facts, with the precedence that [OrderStatus] has.
    public static CancellationOutcome of(OrderFacts facts) {
        ShipmentFacts shipment = facts.shipment();
        if (facts.payment().refundedAt() != null) {
            return CANCELLED;
        }
        if (shipment.deliveredAt() != null || shipment.dispatched() != null) {
            return TOO_LATE;
        }
        return shipment.cancelled() == null ? PENDING : CANCELLED;
    }
}
