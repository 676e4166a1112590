package dev.orderstream.operations.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderstream.events.EventHeaders;
import dev.orderstream.events.Topic;
import dev.orderstream.operations.console.CommandFailure;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Sees every payment, whatever else is on the topic, and does not fail in silence.
class PaymentWatchTest {

    private static final String TOPIC = Topic.PAYMENTS.topicName();
    private static final UUID ORDER = new UUID(1, 1);

    private final Journeys journeys = new Journeys();
    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");

    PaymentWatchTest() {
        journeys.measureFrom(0);
        journeys.accepted(0, ORDER, 0, 1);
        consumer.updatePartitions(TOPIC, List.of(new PartitionInfo(TOPIC, 0, null, null, null)));
        consumer.updateEndOffsets(Map.of(new TopicPartition(TOPIC, 0), 0L));
    }

    @Test
    void aKeyThatIsNoOrderIsPassedOver() throws InterruptedException {
        // Given
        CountDownLatch read = new CountDownLatch(1);
        consumer.schedulePollTask(() -> {
            add(0, null);
            add(1, "no order");
            add(2, ORDER.toString());
        });
        consumer.schedulePollTask(read::countDown);

        // When
        try (PaymentWatch _ = PaymentWatch.start(consumer, journeys)) {
            assertThat(read.await(10, TimeUnit.SECONDS)).isTrue();
        }

        // Then
        assertThat(journeys.paid().count()).isEqualTo(1);
    }

    @Test
    void aWatchThatFailedSaysSo() {
        // Given
        CountDownLatch failing = new CountDownLatch(1);
        consumer.schedulePollTask(() -> {
            consumer.setPollException(new KafkaException("the broker is gone"));
            failing.countDown();
        });

        // When
        ThrowingCallable watching =
                () -> {
                    try (PaymentWatch _ = PaymentWatch.start(consumer, journeys)) {
                        assertThat(failing.await(10, TimeUnit.SECONDS)).isTrue();
                    }
                };

        // Then
        assertThatThrownBy(watching)
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("the broker is gone");
    }

    private void add(long offset, @Nullable String key) {
        ConsumerRecord<byte[], byte[]> record =
                new ConsumerRecord<>(
                        TOPIC, 0, offset, key == null ? null : bytes(key), bytes("{}"));
        record.headers().add(EventHeaders.TYPE, bytes("PaymentSucceeded.v1"));
        consumer.addRecord(record);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
