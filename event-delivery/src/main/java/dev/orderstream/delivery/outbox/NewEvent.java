package dev.orderstream.delivery.outbox;

import dev.orderstream.events.Event;
import java.time.Instant;
import java.util.UUID;

/// An event that is about to be told.
///
/// @param id the CloudEvents id, for a service that keeps it beside what the event tells
/// @param time when it happened, the CloudEvents time
public record NewEvent(UUID id, Event event, Instant time, Cause cause) {

    /// An event with a new id.
    public NewEvent(Event event, Instant time, Cause cause) {
        this(Ids.next(), event, time, cause);
    }
}
