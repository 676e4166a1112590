package dev.orderstream.delivery.outbox;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Why something happens: the event that led to it, and the trace that it belongs to.
///
/// @param eventId the causing event, or null when a person or a clock was the cause
/// @param traceparent W3C Trace Context, or null outside any trace
public record Cause(@Nullable UUID eventId, @Nullable String traceparent) {

    /// Caused by a request from outside, which may carry a trace.
    public static Cause request(@Nullable String traceparent) {
        return new Cause(null, traceparent);
    }
}
