package dev.orderstream.payments.gateway;

/// Why a charge is called off before it is made; the gateway keeps it and tells it again.
public enum CancelReason {
    /// The customer did not authenticate, or not in time.
    ABANDONED,
    /// The order was cancelled.
    ORDER_CANCELLED
}
