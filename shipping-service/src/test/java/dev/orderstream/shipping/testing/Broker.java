package dev.orderstream.shipping.testing;

import dev.orderstream.localstack.teststack.TestStack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/// Writes to and reads from the test's own broker.
public final class Broker {

    private static final String BOOTSTRAP = "bootstrap.servers";

    private Broker() {}

    /// Writes these, in this order, and returns when the broker has them.
    public static void send(List<ProducerRecord<byte[], byte[]>> records) {
        Map<String, Object> config = Map.of(BOOTSTRAP, TestStack.start().bootstrapServers());
        try (var producer =
                new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (var send : records.stream().map(producer::send).toList()) {
                var _ = send.get();
            }
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Everything among the dead letters of this service.
    public static List<ConsumerRecord<byte[], byte[]>> deadLetters() {
        Map<String, Object> config = Map.of(BOOTSTRAP, TestStack.start().bootstrapServers());
        try (var consumer =
                new KafkaConsumer<>(
                        config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            TopicPartition partition = new TopicPartition("shipping-service.dlq", 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }
}
