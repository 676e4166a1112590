package dev.orderstream.localstack.teststack;

import dev.orderstream.events.Event;
import dev.orderstream.events.EventCodec;
import dev.orderstream.events.EventHeaders;
import dev.orderstream.events.EventType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/// Records as the relay writes them, with the headers that a consumer reads.
public final class EventRecords {

    private EventRecords() {}

    /// An event under this id, told at this time.
    public static ProducerRecord<byte[], byte[]> of(Event event, UUID id, Instant time) {
        var type = EventType.of(event.getClass());
        var record =
                new ProducerRecord<>(
                        type.topic().topicName(),
                        bytes(event.orderId().toString()),
                        bytes(EventCodec.encode(event)));
        record.headers()
                .add(EventHeaders.ID, bytes(id.toString()))
                .add(EventHeaders.TYPE, bytes(type.name()))
                .add(EventHeaders.TIME, bytes(time.toString()));
        return record;
    }

    /// Text as it stands in keys, headers and payloads.
    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
