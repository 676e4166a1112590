package dev.orderstream.delivery.effects;

import dev.orderstream.delivery.outbox.Cause;
import java.util.UUID;

/// A call to the outside world that is being made.
///
/// @param id the idempotency key of the call, the same at every attempt
/// @param attempt which attempt this is, from 1; it also fences off a worker that lost its lease
public record Effect<I>(UUID id, UUID orderId, String subject, I input, int attempt, Cause cause) {}
