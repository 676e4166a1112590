package dev.orderstream.delivery.testapp;

import dev.orderstream.delivery.outbox.Ids;
import dev.orderstream.events.Address;
import dev.orderstream.events.Customer;
import dev.orderstream.events.Event;
import dev.orderstream.events.EventHeaders;
import dev.orderstream.events.Money;
import dev.orderstream.events.OrderEvent.OrderCreated;
import dev.orderstream.events.OrderLine;
import dev.orderstream.localstack.teststack.EventRecords;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/// Records as the relay writes them, and as it never would.
public final class Records {

    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
    private static final String TRACEPARENT =
            "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

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
        var record = EventRecords.of(event, eventId, NOW);
        record.headers().add(EventHeaders.TRACEPARENT, bytes(TRACEPARENT));
        return record;
    }

    public static ProducerRecord<byte[], byte[]> raw(String topic, byte[] key, byte[] value) {
        return new ProducerRecord<>(topic, key, value);
    }

    public static byte[] bytes(String text) {
        return EventRecords.bytes(text);
    }
}
