package dev.orderstream.orders.webhooks;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Some attempts, newest first.
///
/// @param next the cursor of the page that follows, or null on the last one
@Schema(name = "WebhookDeliveryPage", requiredProperties = "items")
record DeliveryPage(
        List<DeliveryView> items, @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String next) {}
