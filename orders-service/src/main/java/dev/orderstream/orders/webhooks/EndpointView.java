package dev.orderstream.orders.webhooks;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An endpoint as the API shows it, without its secret.
///
/// @param disabledAt when the receiver said that it is gone; nothing is sent any more
@Schema(name = "WebhookEndpoint")
public record EndpointView(UUID id, String url, Instant createdAt, @Nullable Instant disabledAt) {}
