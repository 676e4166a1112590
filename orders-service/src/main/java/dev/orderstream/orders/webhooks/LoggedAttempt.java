package dev.orderstream.orders.webhooks;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A row of the log of attempts.
///
/// @param effectId the call as it was asked for; all its attempts have the same
/// @param at when the call began
record LoggedAttempt(
        UUID id,
        UUID effectId,
        String owner,
        UUID endpointId,
        UUID orderId,
        UUID eventId,
        Instant at,
        Duration duration,
        @Nullable Integer httpStatus,
        @Nullable String problem,
        DeliveryOutcome outcome,
        @Nullable Instant nextAttemptAt) {}
