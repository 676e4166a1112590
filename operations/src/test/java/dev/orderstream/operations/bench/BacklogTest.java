package dev.orderstream.operations.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderstream.events.Topic;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/// A backlog grows when its last third is above its second by more than half a second's work.
class BacklogTest {

    @Test
    void anOrderThatIsNotAnsweredYetIsStillToCome() {
        // Given
        String topic = Topic.ORDERS.topicName();
        TopicPartition partition = new TopicPartition(topic, 0);
        MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
        for (Topic each : Topic.values()) {
            consumer.updatePartitions(each.topicName(), List.of());
        }
        consumer.updatePartitions(topic, List.of(new PartitionInfo(topic, 0, null, null, null)));
        consumer.updateEndOffsets(Map.of(partition, 100L));
        Journeys journeys = new Journeys();
        try (Backlog backlog = new Backlog(consumer, journeys)) {
            for (int i = 0; i < 5; i++) {
                journeys.posted();
            }
            journeys.failed(0, "http-503");

            // When
            consumer.updateEndOffsets(Map.of(partition, 112L));
            backlog.sample();

            // Then
            assertThat(backlog.samples()).containsExactly(4 * 10L - 12);
        }
    }

    @Test
    void eachThirdIsAMean() {
        assertThat(Backlog.thirds(List.of(1L, 3L, 10L, 20L, 5L, 6L, 7L)))
                .containsExactly(2L, 15L, 6L);
    }

    @Test
    void aLevelBacklogDoesNotGrow() {
        assertThat(Backlog.grows(List.of(5_000L, 9_000L, 5_500L), 100)).isFalse();
        assertThat(Backlog.grows(List.of(), 100)).isFalse();
    }

    @Test
    void fillingAnEmptyPipeIsNoGrowth() {
        assertThat(Backlog.grows(List.of(1_000L, 6_000L, 6_500L), 100)).isFalse();
    }

    @Test
    void aRisingBacklogGrows() {
        assertThat(Backlog.grows(List.of(5_000L, 5_600L, 6_200L), 100)).isTrue();
    }
}
