package dev.orderstream.delivery.effects;

import dev.orderstream.delivery.outbox.Cause;
import java.time.Instant;
import java.util.UUID;

/// A call to the outside world that is being made.
///
/// @param id the idempotency key of the call, the same at every attempt
/// @param attempt which attempt this is, from 1; it also fences off a worker that lost its lease
/// @param begunAt when the first attempt was begun: before, nobody can have made the call
public record Effect<I>(
        UUID id,
        UUID orderId,
        String subject,
        I input,
        int attempt,
        Instant begunAt,
        Cause cause) {}
