package dev.orderstream.operations.reconcile;

import dev.orderstream.events.InvalidEventException;
import dev.orderstream.events.Topic;
import java.util.Arrays;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// What the event topics have.
final class EventTopics implements Source {

    private final TopicReader reader;

    EventTopics(TopicReader reader) {
        this.reader = reader;
    }

    @Override
    public void read(EvidenceFiles files) {
        reader.read(
                Arrays.stream(Topic.values()).map(Topic::topicName).toList(),
                event -> files.of(event.key()).ifPresent(found -> add(event, found)));
    }

    private static void add(ConsumerRecord<byte[], byte[]> event, Evidence found) {
        try {
            found.add(EventRecord.read(event));
        } catch (InvalidEventException | IllegalArgumentException e) {
            found.unreadable.add(
                    event.topic()
                            + "-"
                            + event.partition()
                            + "@"
                            + event.offset()
                            + ": "
                            + e.getMessage());
        }
    }
}
