package dev.orderstream.orders.reading;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Some orders, newest first.
///
/// @param next the cursor of the page that follows, left out on the last one
@Schema(name = "OrderPage", requiredProperties = "items")
record OrderPage(List<OrderView> items, @Nullable String next) {}
