package dev.orderstream.payments.testing;

import dev.orderstream.delivery.outbox.Ids;
import dev.orderstream.events.Event;
import dev.orderstream.events.EventCodec;
import dev.orderstream.events.EventHeaders;
import dev.orderstream.events.EventType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/// The topics, written as the relay writes them.
public final class EventTopics implements AutoCloseable {

    private final KafkaProducer<byte[], byte[]> producer;

    public EventTopics(String bootstrapServers) {
        producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", bootstrapServers),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
    }

    /// Tells an event under a new id, which is returned.
    public UUID tell(Event event) {
        UUID id = Ids.next();
        tell(event, id);
        return id;
    }

    /// Tells an event under this id.
    public void tell(Event event, UUID id) {
        tell(event, id, bytes(EventCodec.encode(event)));
    }

    /// Tells something with the headers and the key of an event and another payload.
    public void tell(Event event, UUID id, byte[] payload) {
        EventType type = EventType.of(event.getClass());
        var record =
                new ProducerRecord<>(
                        type.topic().topicName(), bytes(event.orderId().toString()), payload);
        record.headers().add(EventHeaders.ID, bytes(id.toString()));
        record.headers().add(EventHeaders.TYPE, bytes(type.name()));
        record.headers().add(EventHeaders.TIME, bytes(Instant.now().toString()));
        var unused = producer.send(record);
    }

    @Override
    public void close() {
        producer.close();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
