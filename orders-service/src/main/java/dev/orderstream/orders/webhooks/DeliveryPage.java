package dev.orderstream.orders.webhooks;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Some attempts, newest first.
///
/// @param next the cursor of the page that follows, left out on the last one
@Schema(name = "WebhookDeliveryPage", requiredProperties = "items")
record DeliveryPage(List<DeliveryView> items, @Nullable String next) {}
