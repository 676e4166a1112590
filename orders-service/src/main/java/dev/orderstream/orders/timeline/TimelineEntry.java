package dev.orderstream.orders.timeline;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.orderstream.events.Event;
import java.time.Instant;
import java.util.UUID;

/// One step of an order, as its customer reads it.
///
/// @param at when it happened
/// @param detail a sentence for the customer
/// @param eventId the event that told it
public record TimelineEntry(
        @JsonIgnore UUID orderId, Instant at, TimelineStep step, String detail, UUID eventId) {

    /// The entry that an event makes.
    public static TimelineEntry of(Event event, UUID eventId, Instant at) {
        return of(event, Told.of(event), eventId, at);
    }

    /// The entry that an event makes after somebody asked for the order to be cancelled.
    public static TimelineEntry ofCancelling(Event event, UUID eventId, Instant at) {
        return of(event, Told.ofCancelling(event), eventId, at);
    }

    private static TimelineEntry of(Event event, Told told, UUID eventId, Instant at) {
        return new TimelineEntry(event.orderId(), at, told.step(), told.detail(), eventId);
    }
}
