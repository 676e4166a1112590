package dev.orderstream.orders.lifecycle;

/// Where an order stands: a function of its facts and of nothing else.
///
/// ```
///  PROCESSING ──> PAID ──> PREPARING ──> DISPATCHED ──> DELIVERED
///    │  │  │        │          │
///    │  │  │        └──────────┴──> CANCELLED ──> REFUNDED
///    │  │  └──────────────────────────^
///    │  └──> ACTION_REQUIRED ──> PAID, PAYMENT_FAILED or CANCELLED
///    └──> PAYMENT_FAILED ──> CANCELLED, where that was asked for before
/// ```
///
/// The arrows are what a customer sees when facts arrive as they happen. A fact that overtakes
/// another skips a step, and none is ever taken back by a late one: a charge that went through
/// outweighs a failed attempt, and a parcel that is with the carrier outweighs a cancellation. All
/// of them, those of overtaking facts too, are on `docs/reference/lifecycle.md`.
public enum OrderStatus {
    PROCESSING,
    ACTION_REQUIRED,
    PAID,
    PREPARING,
    DISPATCHED,
    DELIVERED,
    PAYMENT_FAILED,
    CANCELLED,
    REFUNDED;

    /// The status that follows from these facts.
    public static OrderStatus of(OrderFacts facts) {
        if (facts.payment().refundedAt() != null) {
            return REFUNDED;
        }
        if (facts.shipment().deliveredAt() != null) {
            return DELIVERED;
        }
        if (facts.shipment().dispatched() != null) {
            return DISPATCHED;
        }
        return beforeDispatch(facts);
    }

    private static OrderStatus beforeDispatch(OrderFacts facts) {
        boolean paid = facts.payment().paidAt() != null;
        boolean cancelled = facts.shipment().cancelled() != null;
        if (cancelled && facts.cancellationRequestedAt() != null) {
            return CANCELLED;
        }
        if (!paid && facts.payment().failed() != null) {
            return PAYMENT_FAILED;
        }
        if (cancelled) {
            return CANCELLED;
        }
        if (facts.shipment().preparedAt() != null) {
            return PREPARING;
        }
        if (paid) {
            return PAID;
        }
        return facts.payment().actionRequired() == null ? PROCESSING : ACTION_REQUIRED;
    }
}
