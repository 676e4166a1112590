package dev.orderstream.localstack.kafka;

import dev.orderstream.events.Topic;
import dev.orderstream.localstack.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;

/// Every topic of the system, with its partitions, sizes and how long it keeps its records.
public final class KafkaTopics {

    /// Debezium's sign of life, one a database.
    public static final String HEARTBEAT_PREFIX = "__debezium-heartbeat";

    public static final String CONNECT_PREFIX = "connect.";

    private static final int PARTITIONS = 6;
    private static final int EVENT_BYTES_MAX = 4 << 20;

    /// A dead letter carries the record and the reason.
    private static final int DEAD_LETTER_BYTES_MAX = 5 << 20;

    private static final Duration EVENTS_KEPT = Duration.ofDays(7);
    private static final Duration DEAD_LETTERS_KEPT = Duration.ofDays(30);
    private static final Duration HEARTBEATS_KEPT = Duration.ofHours(1);

    private KafkaTopics() {}

    static List<NewTopic> all() {
        var topics = new ArrayList<NewTopic>();
        for (var topic : Topic.values()) {
            topics.add(topic(topic.topicName(), PARTITIONS, EVENT_BYTES_MAX, EVENTS_KEPT));
        }
        for (var service : Service.values()) {
            topics.add(topic(service.replayTopic(), 1, EVENT_BYTES_MAX, EVENTS_KEPT));
            topics.add(
                    topic(service.deadLetterTopic(), 1, DEAD_LETTER_BYTES_MAX, DEAD_LETTERS_KEPT));
            topics.add(topic(heartbeats(service), 1, EVENT_BYTES_MAX, HEARTBEATS_KEPT));
        }
        topics.add(compacted("configs", 1));
        topics.add(compacted("offsets", 5));
        topics.add(compacted("status", 5));
        return topics;
    }

    private static String heartbeats(Service service) {
        return HEARTBEAT_PREFIX + "." + service.database();
    }

    private static NewTopic topic(String name, int partitions, int bytesMax, Duration kept) {
        return new NewTopic(name, partitions, (short) 1)
                .configs(
                        Map.of(
                                "max.message.bytes",
                                Integer.toString(bytesMax),
                                "retention.ms",
                                Long.toString(kept.toMillis())));
    }

    private static NewTopic compacted(String name, int partitions) {
        return new NewTopic(CONNECT_PREFIX + name, partitions, (short) 1)
                .configs(Map.of("cleanup.policy", "compact"));
    }
}
