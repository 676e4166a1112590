package dev.orderstream.delivery.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Carries W3C Trace Context across the outbox: a trace goes on where an event is taken.
@ApplicationScoped
public class Traces {

    private static final Pattern TRACEPARENT =
            Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})");

    private final Tracer tracer;

    Traces(Tracer tracer) {
        this.tracer = tracer;
    }

    /// The traceparent of the current span, or null outside any trace.
    public @Nullable String current() {
        return traceparent(Span.current());
    }

    /// Starts the span of taking an event; the caller ends it.
    public Span consuming(String eventType, @Nullable String traceparent) {
        return tracer.spanBuilder(eventType + " process")
                .setSpanKind(SpanKind.CONSUMER)
                .setParent(parent(traceparent))
                .startSpan();
    }

    /// What to hand on from a span; the incoming traceparent where tracing is off.
    public static @Nullable String handOn(Span span, @Nullable String incoming) {
        String own = traceparent(span);
        return own == null ? incoming : own;
    }

    private static @Nullable String traceparent(Span span) {
        SpanContext context = span.getSpanContext();
        return context.isValid()
                ? String.join(
                        "-",
                        "00",
                        context.getTraceId(),
                        context.getSpanId(),
                        context.getTraceFlags().asHex())
                : null;
    }

    private static Context parent(@Nullable String traceparent) {
        if (traceparent == null) {
            return Context.root();
        }
        Matcher parts = TRACEPARENT.matcher(traceparent);
        if (!parts.matches()) {
            return Context.root();
        }
        return Context.root()
                .with(
                        Span.wrap(
                                SpanContext.createFromRemoteParent(
                                        parts.group(1),
                                        parts.group(2),
                                        TraceFlags.fromHex(parts.group(3), 0),
                                        TraceState.getDefault())));
    }
}
