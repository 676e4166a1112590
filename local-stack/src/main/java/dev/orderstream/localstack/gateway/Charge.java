package dev.orderstream.localstack.gateway;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One attempt to take money from a card, and how much of it went back.
record Charge(
        String id,
        String intent,
        long created,
        long amount,
        long refunded,
        String currency,
        Map<String, String> metadata,
        String card,
        String paymentMethod,
        @Nullable CardError failure) {

    // An empty map is absent in the journal.
    @SuppressWarnings("ConstantValue")
    Charge {
        metadata = metadata == null ? Map.of() : metadata;
    }

    boolean paid() {
        return failure == null;
    }

    long refundable() {
        return paid() ? amount - refunded : 0;
    }

    Charge refundedBy(long more) {
        return new Charge(
                id,
                intent,
                created,
                amount,
                refunded + more,
                currency,
                metadata,
                card,
                paymentMethod,
                failure);
    }
}
