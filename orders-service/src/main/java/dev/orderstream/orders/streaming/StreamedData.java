package dev.orderstream.orders.streaming;

import dev.orderstream.orders.lifecycle.OrderStatus;
import dev.orderstream.orders.timeline.TimelineEntry;
import dev.orderstream.orders.timeline.TimelineStep;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The data of one event of a stream.
///
/// @param status where the order stood when the step was sent
/// @param at when the step happened
@Schema(
        name = "StreamedStep",
        requiredProperties = {"status", "step", "at", "detail", "eventId"})
record StreamedData(
        OrderStatus status, TimelineStep step, Instant at, String detail, UUID eventId) {

    static StreamedData of(TimelineEntry entry, OrderStatus status) {
        return new StreamedData(status, entry.step(), entry.at(), entry.detail(), entry.eventId());
    }
}
