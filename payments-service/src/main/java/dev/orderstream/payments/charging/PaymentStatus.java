package dev.orderstream.payments.charging;

/// How a payment stands, as it follows from its facts.
public enum PaymentStatus {
    /// To be charged; no answer yet.
    CHARGING,
    /// The customer's bank wants to see the customer.
    ACTION_REQUIRED,
    /// Captured.
    PAID,
    /// The gateway will not charge it.
    FAILED,
    /// Cancelled and not charged as far as is known; a charge under way is refunded once it is
    /// answered.
    CANCELLED,
    /// Captured and then cancelled: the money is going back.
    REFUNDING,
    /// The money went back.
    REFUNDED,
    /// The money cannot be given back to the card: a person has to find another way.
    REFUND_FAILED
}
