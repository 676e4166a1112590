package dev.orderstream.systemtests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.orderstream.events.EventHeaders;
import dev.orderstream.events.EventType;
import dev.orderstream.events.Topic;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/// Records that are no events, on every topic of a running stack.
final class PoisonedTopics {

    private static final long SEED = 20261122;
    private static final int OVERSIZE_BYTES = 2 * 1024 * 1024;

    /// Who reads which topic, and so has to refuse what is wrong on it.
    private static final Map<Topic, List<String>> READERS =
            Map.of(
                    Topic.ORDERS,
                    List.of("payments-service", "email-service", "shipping-service"),
                    Topic.PAYMENTS,
                    List.of("orders-service", "email-service", "shipping-service"),
                    Topic.SHIPMENTS,
                    List.of("orders-service", "email-service"),
                    Topic.EMAILS,
                    List.of("orders-service"));

    private PoisonedTopics() {}

    /// One poisoned record.
    ///
    /// @param deadLetter whether it has to become one; an unknown type is passed over instead
    record Poison(
            Topic topic, byte @Nullable [] key, byte[] value, boolean deadLetter, String kind) {}

    /// Poisons every topic and says with what.
    static List<Poison> poison(Path home) throws IOException, InterruptedException {
        Random random = new Random(SEED);
        List<Poison> poisons = new ArrayList<>();
        for (Topic topic : Topic.values()) {
            poisons.addAll(poison(topic, random));
        }
        Map<String, Object> config = new HashMap<>(client(home));
        config.put("max.request.size", 2 * OVERSIZE_BYTES);
        try (var producer =
                new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (Poison poison : poisons) {
                var _ = producer.send(record(poison)).get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
        return poisons;
    }

    /// What should be in a reader's dead letters, byte for byte, and is not; or is and should not
    /// be.
    static List<String> missing(Path home, List<Poison> poisons) throws IOException {
        List<String> wrong = new ArrayList<>();
        Map<String, List<ConsumerRecord<byte[], byte[]>>> letters = new HashMap<>();
        for (Poison poison : poisons) {
            for (String service : READERS.getOrDefault(poison.topic(), List.of())) {
                if (!letters.containsKey(service)) {
                    letters.put(service, all(home, service + ".dlq"));
                }
                boolean there =
                        letters.getOrDefault(service, List.of()).stream()
                                .anyMatch(letter -> same(letter, poison));
                if (there != poison.deadLetter()) {
                    wrong.add(service + " " + poison.topic() + " " + poison.kind());
                }
            }
        }
        return wrong;
    }

    private static List<Poison> poison(Topic topic, Random random) {
        byte[] noise = new byte[500];
        random.nextBytes(noise);
        byte[] oversize = new byte[OVERSIZE_BYTES];
        random.nextBytes(oversize);
        byte[] nobody = bytes("{\"orderId\":\"" + new UUID(random.nextLong(), 1) + "\"}");
        return List.of(
                new Poison(topic, bytes("noise"), noise, true, "random bytes"),
                new Poison(topic, bytes("schema"), bytes("{\"orderId\":7}"), true, "wrong schema"),
                new Poison(topic, null, nobody, true, "null key"),
                new Poison(topic, bytes("oversize"), oversize, true, "oversize"),
                new Poison(topic, bytes("unknown"), noise, false, "unknown type"));
    }

    private static ProducerRecord<byte[], byte[]> record(Poison poison) {
        var record = new ProducerRecord<>(poison.topic().topicName(), poison.key(), poison.value());
        // A type that every reader of the topic reacts to.
        String known =
                switch (poison.topic()) {
                    case ORDERS -> "OrderCreated.v1";
                    case PAYMENTS -> "PaymentSucceeded.v1";
                    case SHIPMENTS -> "ShipmentDispatched.v1";
                    case EMAILS -> "EmailSent.v1";
                };
        if (EventType.named(known).isEmpty()) {
            throw new IllegalStateException(known);
        }
        String type = poison.kind().equals("unknown type") ? "OrderImagined.v1" : known;
        if (!poison.kind().equals("random bytes")) {
            record.headers().add(EventHeaders.TYPE, bytes(type));
        }
        record.headers()
                .add(EventHeaders.ID, bytes(new UUID(SEED, poison.value().length).toString()));
        record.headers().add(EventHeaders.TIME, bytes("2026-11-22T09:00:00Z"));
        return record;
    }

    private static boolean same(ConsumerRecord<byte[], byte[]> letter, Poison poison) {
        return Arrays.equals(letter.key(), poison.key())
                && Arrays.equals(letter.value(), poison.value())
                && letter.headers().lastHeader("dead-letter-reason") != null
                && Arrays.equals(
                        letter.headers().lastHeader("dead-letter-topic").value(),
                        bytes(poison.topic().topicName()));
    }

    private static List<ConsumerRecord<byte[], byte[]>> all(Path home, String topic)
            throws IOException {
        try (var consumer =
                new KafkaConsumer<>(
                        client(home), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(p -> new TopicPartition(p.topic(), p.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            while (partitions.stream()
                    .anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }

    private static Map<String, Object> client(Path home) throws IOException {
        Properties secrets = new Properties();
        try (Reader reader = Files.newBufferedReader(home.resolve("secrets/secrets.properties"))) {
            secrets.load(reader);
        }
        JsonNode stack = new ObjectMapper().readTree(home.resolve("stack.json").toFile());
        return Map.of(
                "bootstrap.servers",
                "127.0.0.1:" + stack.path("ports").path("kafka").asInt(),
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "SCRAM-SHA-256",
                "sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"broker-admin\" password=\"%s\";"
                        .formatted(secrets.getProperty("kafka.broker-admin")));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
