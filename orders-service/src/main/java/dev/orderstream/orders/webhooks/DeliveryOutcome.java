package dev.orderstream.orders.webhooks;

/// What came of an attempt.
public enum DeliveryOutcome {
    /// The receiver has it: a status of 2xx.
    DELIVERED,
    /// It is tried again.
    RETRY,
    /// It was tried often enough.
    GIVEN_UP,
    /// The receiver wants nothing more (410): the endpoint is disabled.
    ENDPOINT_GONE
}
