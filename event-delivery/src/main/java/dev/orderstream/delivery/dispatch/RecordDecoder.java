package dev.orderstream.delivery.dispatch;

import dev.orderstream.delivery.deadletter.DeadLetter;
import dev.orderstream.delivery.outbox.Cause;
import dev.orderstream.events.Event;
import dev.orderstream.events.EventCodec;
import dev.orderstream.events.EventHeaders;
import dev.orderstream.events.EventType;
import dev.orderstream.events.InvalidEventException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/// Reads a record as the wire contract has it; a plain function of its bytes.
final class RecordDecoder {

    private final Predicate<EventType> wanted;
    private final int payloadBytesMax;

    RecordDecoder(Predicate<EventType> wanted, int payloadBytesMax) {
        this.wanted = wanted;
        this.payloadBytesMax = payloadBytesMax;
    }

    Inbound decode(ConsumerRecord<byte[], byte[]> source) {
        try {
            String typeName = required(source, EventHeaders.TYPE);
            EventType type = EventType.named(typeName).orElse(null);
            if (type == null || !wanted.test(type)) {
                return new Inbound.Skipped(source, type == null ? "unknown" : type.name());
            }
            return new Inbound.Accepted(source, received(source, type));
        } catch (InvalidEventException e) {
            return new Inbound.Rejected(source, DeadLetter.Reason.of(e));
        }
    }

    private Received<Event> received(ConsumerRecord<byte[], byte[]> source, EventType type)
            throws InvalidEventException {
        UUID id = uuid(required(source, EventHeaders.ID), EventHeaders.ID);
        Instant time = instant(required(source, EventHeaders.TIME));
        Event event = EventCodec.decode(type, payload(source));
        requireKey(source, event.orderId());
        return new Received<>(
                event, id, time, new Cause(id, header(source, EventHeaders.TRACEPARENT)));
    }

    private byte[] payload(ConsumerRecord<byte[], byte[]> source) throws InvalidEventException {
        byte[] payload = source.value();
        if (payload == null) {
            throw new InvalidEventException("the record has no value");
        }
        if (payload.length > payloadBytesMax) {
            throw new InvalidEventException(
                    "the payload has more than " + payloadBytesMax + " bytes");
        }
        return payload;
    }

    private static void requireKey(ConsumerRecord<byte[], byte[]> source, UUID orderId)
            throws InvalidEventException {
        if (source.key() == null) {
            throw new InvalidEventException("the record has no key");
        }
        if (!Arrays.equals(source.key(), orderId.toString().getBytes(StandardCharsets.UTF_8))) {
            throw new InvalidEventException("the key is not the order id of the payload");
        }
    }

    private static UUID uuid(String value, String name) throws InvalidEventException {
        try {
            return UUID.fromString(value);
        } catch (IllegalArgumentException e) {
            throw new InvalidEventException("the header " + name + " is not a UUID");
        }
    }

    private static Instant instant(String value) throws InvalidEventException {
        try {
            return Instant.parse(value);
        } catch (DateTimeException e) {
            throw new InvalidEventException(
                    "the header " + EventHeaders.TIME + " is not an RFC 3339 time in UTC");
        }
    }

    private static String required(ConsumerRecord<byte[], byte[]> source, String name)
            throws InvalidEventException {
        String value = header(source, name);
        if (value == null) {
            throw new InvalidEventException("the header " + name + " is missing");
        }
        return value;
    }

    private static @Nullable String header(ConsumerRecord<byte[], byte[]> source, String name) {
        Header header = source.headers().lastHeader(name);
        return header == null || header.value() == null
                ? null
                : new String(header.value(), StandardCharsets.UTF_8);
    }
}
