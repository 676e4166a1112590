package dev.orderstream.delivery.testapp;

import dev.orderstream.delivery.outbox.Ids;
import dev.orderstream.events.Address;
import dev.orderstream.events.Customer;
import dev.orderstream.events.Event;
import dev.orderstream.events.EventCodec;
import dev.orderstream.events.EventHeaders;
import dev.orderstream.events.EventType;
import dev.orderstream.events.Money;
import dev.orderstream.events.OrderEvent.OrderCreated;
import dev.orderstream.events.OrderLine;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/// Records as the relay writes them, and as it never would.
public final class Records {

    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

    private Records() {}

    public static OrderCreated order(String paymentMethod) {
        Money price = new Money(1999, "GBP");
        return new OrderCreated(
                Ids.next(),
                NOW,
                new Customer("c-1", "Ada", "ada@example.org", null),
                new Address(null, null, null, "GB"),
                List.of(new OrderLine("85123A", "holder", 1, price)),
                price,
                paymentMethod);
    }

    public static ProducerRecord<byte[], byte[]> of(Event event) {
        return of(event, Ids.next());
    }

    public static ProducerRecord<byte[], byte[]> of(Event event, UUID eventId) {
        EventType type = EventType.of(event.getClass());
        var record =
                new ProducerRecord<>(
                        type.topic().topicName(),
                        bytes(event.orderId().toString()),
                        bytes(EventCodec.encode(event)));
        Headers headers = record.headers();
        headers.add(EventHeaders.ID, bytes(eventId.toString()));
        headers.add(EventHeaders.TYPE, bytes(type.name()));
        headers.add(EventHeaders.TIME, bytes(NOW.toString()));
        headers.add(
                EventHeaders.TRACEPARENT,
                bytes("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"));
        return record;
    }

    public static ProducerRecord<byte[], byte[]> raw(String topic, byte[] key, byte[] value) {
        return new ProducerRecord<>(topic, key, value);
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
