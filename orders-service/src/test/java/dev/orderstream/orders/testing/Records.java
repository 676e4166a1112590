package dev.orderstream.orders.testing;

import dev.orderstream.delivery.outbox.Ids;
import dev.orderstream.events.Event;
import dev.orderstream.events.EventCodec;
import dev.orderstream.events.EventHeaders;
import dev.orderstream.events.EventType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/// Records as the relay writes them.
public final class Records {

    private Records() {}

    public static ProducerRecord<byte[], byte[]> of(Event event) {
        return of(event, Ids.next());
    }

    public static ProducerRecord<byte[], byte[]> of(Event event, UUID id) {
        EventType type = EventType.of(event.getClass());
        var record =
                new ProducerRecord<>(
                        type.topic().topicName(),
                        bytes(event.orderId().toString()),
                        bytes(EventCodec.encode(event)));
        record.headers().add(EventHeaders.ID, bytes(id.toString()));
        record.headers().add(EventHeaders.TYPE, bytes(type.name()));
        record.headers().add(EventHeaders.TIME, bytes(Instant.now().toString()));
        return record;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
