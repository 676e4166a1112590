package dev.orderstream.delivery.effects;

import dev.orderstream.delivery.outbox.Cause;
import java.time.Instant;
import java.util.UUID;

/// A call to the outside world that is to be made.
///
/// @param kind names the handler that makes it
/// @param subject tells calls of one kind for one order apart; there is at most one for each
/// @param input everything the call needs, stored as JSON until the call is answered
/// @param dueAt not to be made before
public record NewEffect(
        String kind, UUID orderId, String subject, Object input, Instant dueAt, Cause cause) {}
