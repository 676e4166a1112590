package dev.orderstream.payments.charging;

import java.util.UUID;

/// Which payment, of which order.
record PaymentId(UUID orderId, UUID paymentId) {}
