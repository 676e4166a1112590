package dev.orderstream.orders.webhooks;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A new secret, shown this once.
///
/// @param previousSecretUntil how long the secret before signs too
@Schema(name = "WebhookEndpointSecret")
public record EndpointSecret(
        UUID id, String url, String secret, @Nullable Instant previousSecretUntil) {

    static EndpointSecret of(
            UUID id, String url, Secret secret, @Nullable Instant previousSecretUntil) {
        return new EndpointSecret(id, url, secret.text(), previousSecretUntil);
    }

    /// Nothing that a log could keep.
    @Override
    public String toString() {
        return "EndpointSecret[id=" + id + "]";
    }
}
