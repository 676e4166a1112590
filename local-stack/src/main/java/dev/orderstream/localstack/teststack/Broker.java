package dev.orderstream.localstack.teststack;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/// Writes to and reads from the Kafka of the test stack.
public final class Broker {

    private static final String BOOTSTRAP = "bootstrap.servers";
    private static final int RECORD_BYTES_MAX = 4 << 20;
    private static final Duration POLL_MAX = Duration.ofMillis(100);

    private Broker() {}

    /// Writes these, in this order, and returns when the broker has them.
    public static void send(List<ProducerRecord<byte[], byte[]>> records) {
        Map<String, Object> config =
                Map.of(
                        BOOTSTRAP,
                        TestStack.start().bootstrapServers(),
                        "max.request.size",
                        RECORD_BYTES_MAX);
        try (var producer =
                new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (var send : records.stream().map(producer::send).toList()) {
                var _ = send.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// Everything that is on a topic now.
    public static List<ConsumerRecord<byte[], byte[]>> all(String topic) {
        Map<String, Object> config = Map.of(BOOTSTRAP, TestStack.start().bootstrapServers());
        try (var consumer =
                new KafkaConsumer<>(
                        config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            Set<TopicPartition> partitions = partitions(consumer, topic);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL_MAX).forEach(records::add);
            }
            return records;
        }
    }

    /// How many records of a topic a group has not committed yet.
    public static long uncommitted(String topic, String group) {
        Map<String, Object> config =
                Map.of(BOOTSTRAP, TestStack.start().bootstrapServers(), "group.id", group);
        try (var consumer =
                new KafkaConsumer<>(
                        config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            Set<TopicPartition> partitions = partitions(consumer, topic);
            var committed = consumer.committed(partitions);
            return consumer.endOffsets(partitions).entrySet().stream()
                    .mapToLong(end -> end.getValue() - offset(committed.get(end.getKey())))
                    .sum();
        }
    }

    private static long offset(@Nullable OffsetAndMetadata committed) {
        return committed == null ? 0 : committed.offset();
    }

    private static Set<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .collect(Collectors.toSet());
    }
}
