package dev.orderstream.orders.webhooks;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An attempt to deliver a webhook, as the API shows it.
///
/// @param webhookId what the receiver got as its webhook-id
/// @param httpStatus the receiver's answer, if one came
/// @param problem a stable code, unless it was delivered
@Schema(name = "WebhookDelivery")
public record DeliveryView(
        UUID id,
        String webhookId,
        UUID endpointId,
        UUID orderId,
        UUID eventId,
        Instant at,
        int durationMs,
        @Nullable Integer httpStatus,
        @Nullable String problem,
        DeliveryOutcome outcome,
        @Nullable Instant nextAttemptAt) {}
