package dev.orderstream.orders.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Some orders, newest first.
///
/// @param next the cursor of the page that follows, or null on the last one
@Schema(name = "OrderPage", requiredProperties = "items")
record OrderPage(
        List<OrderView> items, @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String next) {}
