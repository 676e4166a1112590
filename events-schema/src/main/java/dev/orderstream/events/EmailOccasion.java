package dev.orderstream.events;

/// Why the customer gets a mail; there is at most one mail per order and occasion.
public enum EmailOccasion {
    ORDER_RECEIVED,
    PAYMENT_SUCCEEDED,
    PAYMENT_FAILED,
    PAYMENT_ACTION_REQUIRED,
    SHIPMENT_DISPATCHED,
    SHIPMENT_DELIVERED,
    ORDER_CANCELLED,
    PAYMENT_REFUNDED
}
