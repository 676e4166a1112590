package dev.orderstream.orders.webhooks;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.orderstream.orders.content.OrderJson;
import dev.orderstream.orders.lifecycle.OrderStatus;
import dev.orderstream.orders.timeline.TimelineEntry;
import dev.orderstream.orders.timeline.TimelineStep;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/// The body of a webhook: one step of an order.
///
/// @param timestamp when the step happened
@JsonPropertyOrder({"type", "timestamp", "data"})
record StepMessage(String type, Instant timestamp, Data data) {

    private static final String TYPE = "order.step";

    /// The same as an event of the order's stream has, and which order it is.
    ///
    /// @param status where the order stood when the attempt was made
    @JsonPropertyOrder({"orderId", "status", "step", "at", "detail", "eventId"})
    record Data(
            UUID orderId,
            OrderStatus status,
            TimelineStep step,
            Instant at,
            String detail,
            UUID eventId) {}

    static StepMessage of(TimelineEntry entry, OrderStatus status) {
        return new StepMessage(
                TYPE,
                entry.at(),
                new Data(
                        entry.orderId(),
                        status,
                        entry.step(),
                        entry.at(),
                        entry.detail(),
                        entry.eventId()));
    }

    /// The `webhook-id`: receivers know by it what they have already.
    static String id(UUID eventId) {
        return "msg_" + eventId;
    }

    byte[] bytes() {
        return OrderJson.write(this).getBytes(StandardCharsets.UTF_8);
    }
}
