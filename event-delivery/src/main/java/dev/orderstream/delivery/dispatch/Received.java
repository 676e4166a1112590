package dev.orderstream.delivery.dispatch;

import dev.orderstream.delivery.outbox.Cause;
import dev.orderstream.events.Event;
import java.time.Instant;
import java.util.UUID;

/// An event as a handler gets it.
///
/// @param id the event's own id
/// @param time when it happened
/// @param cause to be handed on to whatever this event leads to
public record Received<E extends Event>(E event, UUID id, Instant time, Cause cause) {}
