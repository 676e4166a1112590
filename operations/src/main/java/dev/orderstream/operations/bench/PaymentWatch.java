package dev.orderstream.operations.bench;

import dev.orderstream.events.EventHeaders;
import dev.orderstream.events.EventType;
import dev.orderstream.events.PaymentEvent.PaymentSucceeded;
import dev.orderstream.events.Topic;
import dev.orderstream.operations.console.CommandFailure;
import dev.orderstream.operations.stack.OrderKey;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

/// Sees payments succeed as any consumer sees it.
final class PaymentWatch implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final byte[] SUCCEEDED =
            EventType.of(PaymentSucceeded.class).name().getBytes(StandardCharsets.US_ASCII);

    private final Consumer<byte[], byte[]> consumer;
    private final Journeys journeys;
    private final FutureTask<?> watching = new FutureTask<>(Executors.callable(this::watch));
    private volatile boolean closing;

    private PaymentWatch(Consumer<byte[], byte[]> consumer, Journeys journeys) {
        this.consumer = consumer;
        this.journeys = journeys;
    }

    /// Watches what comes from now on.
    static PaymentWatch start(Consumer<byte[], byte[]> consumer, Journeys journeys) {
        List<TopicPartition> partitions =
                consumer.partitionsFor(Topic.PAYMENTS.topicName()).stream()
                        .map(found -> new TopicPartition(found.topic(), found.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        // Seeking is lazy; asking for the position makes it happen before the first order.
        partitions.forEach(consumer::position);
        PaymentWatch watch = new PaymentWatch(consumer, journeys);
        Thread.ofPlatform().name("payment-watch").daemon().start(watch.watching);
        return watch;
    }

    private void watch() {
        try (consumer) {
            while (!closing) {
                var records = consumer.poll(POLL);
                long at = System.nanoTime();
                for (ConsumerRecord<byte[], byte[]> event : records) {
                    Header type = event.headers().lastHeader(EventHeaders.TYPE);
                    if (type != null && Arrays.equals(type.value(), SUCCEEDED)) {
                        OrderKey.read(event.key()).ifPresent(order -> journeys.paid(order, at));
                    }
                }
            }
        }
    }

    /// @throws CommandFailure when it did not see all
    @Override
    public void close() throws InterruptedException {
        closing = true;
        try {
            watching.get();
        } catch (ExecutionException e) {
            throw CommandFailure.failed("Payments could not be watched: " + e.getCause());
        }
    }
}
