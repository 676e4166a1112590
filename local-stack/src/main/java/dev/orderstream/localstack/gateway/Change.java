package dev.orderstream.localstack.gateway;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Everything that one request changed: one line of the journal, done wholly or not at all.
///
/// @param at seconds since the epoch
/// @param request the id of the request, null for what the gateway did by itself
record Change(
        long at,
        @Nullable String request,
        @Nullable PaymentIntent intent,
        @Nullable Charge charge,
        @Nullable Refund refund,
        List<Mark> events,
        @Nullable Remembered remembered,
        @Nullable String delivered) {

    /// An event that the change made; its object is the change's own.
    record Mark(String id, String type, boolean webhook) {}

    /// The idempotency key under which the result is given again.
    record Remembered(String key, long fingerprint) {}

    // An empty list is absent in the journal.
    @SuppressWarnings("ConstantValue")
    Change {
        events = events == null ? List.of() : events;
    }

    static Change of(PaymentIntent intent, @Nullable Charge charge, String... types) {
        return new Change(now(), null, intent, charge, null, marks(types), null, null);
    }

    static Change of(Charge charge, Refund refund, String... types) {
        return new Change(now(), null, null, charge, refund, marks(types), null, null);
    }

    static Change delivered(String event) {
        return new Change(now(), null, null, null, null, List.of(), null, event);
    }

    Change on(String requestId, @Nullable Remembered key) {
        return new Change(at, requestId, intent, charge, refund, events, key, delivered);
    }

    Change withWebhooks(Predicate<String> wanted) {
        List<Mark> sent =
                events.stream()
                        .map(mark -> new Mark(mark.id(), mark.type(), wanted.test(mark.type())))
                        .toList();
        return new Change(at, request, intent, charge, refund, sent, remembered, delivered);
    }

    /// The error that the request was answered with, if its card was not charged.
    @Nullable CardError error() {
        return intent == null || intent.status() != IntentStatus.REQUIRES_PAYMENT_METHOD
                ? null
                : intent.lastError();
    }

    static long now() {
        return System.currentTimeMillis() / 1000;
    }

    private static List<Mark> marks(String... types) {
        return List.of(types).stream()
                .map(type -> new Mark(Ids.next("evt_"), type, false))
                .toList();
    }
}
