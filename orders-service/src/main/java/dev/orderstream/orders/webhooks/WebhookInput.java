package dev.orderstream.orders.webhooks;

import java.util.UUID;

/// What a webhook needs to be sent; the trigger on `timeline_entry` writes the same.
record WebhookInput(UUID endpointId, UUID eventId) {}
