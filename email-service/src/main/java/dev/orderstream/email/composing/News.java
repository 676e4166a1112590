package dev.orderstream.email.composing;

import dev.orderstream.delivery.outbox.Cause;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A turn of an order, and what brought it.
///
/// @param details with the turn that makes the order known
record News(UUID orderId, Turn turn, @Nullable OrderDetails details, Cause cause) {}
