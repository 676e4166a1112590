package dev.orderstream.localstack.gateway;

import java.util.Locale;

/// Where a payment intent stands.
enum IntentStatus {
    REQUIRES_PAYMENT_METHOD,
    REQUIRES_CONFIRMATION,
    REQUIRES_ACTION,
    SUCCEEDED,
    CANCELED;

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isOpen() {
        return this != SUCCEEDED && this != CANCELED;
    }
}
