package dev.orderstream.localstack.gateway;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Money that goes back to a card.
record Refund(
        String id,
        String intent,
        String charge,
        long created,
        long amount,
        String currency,
        Status status,
        Map<String, String> metadata,
        @Nullable String reason) {

    enum Status {
        PENDING,
        SUCCEEDED,
        FAILED;

        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    // An empty map is absent in the journal.
    @SuppressWarnings("ConstantValue")
    Refund {
        metadata = metadata == null ? Map.of() : metadata;
    }

    Refund with(Status next) {
        return new Refund(id, intent, charge, created, amount, currency, next, metadata, reason);
    }
}
