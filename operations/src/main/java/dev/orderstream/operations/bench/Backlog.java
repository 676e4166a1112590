package dev.orderstream.operations.bench;

import dev.orderstream.events.Topic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/// Watches how many events are still to come of the orders posted so far.
///
/// Each paid order makes a known number of events in all, so the ends of the topics tell, at the
/// price of one request. Deliveries come a fixed time later: that part is the same at any moment.
final class Backlog implements AutoCloseable {

    /// OrderCreated, PaymentSucceeded, three of its parcel, four mails, OrderCompleted.
    private static final int EVENTS_AN_ORDER = 10;

    private final Consumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions = new ArrayList<>();
    private final Journeys journeys;
    private final long eventsBefore;
    private final List<Long> samples = new ArrayList<>();

    Backlog(Consumer<byte[], byte[]> consumer, Journeys journeys) {
        this.consumer = consumer;
        this.journeys = journeys;
        for (Topic topic : Topic.values()) {
            consumer.partitionsFor(topic.topicName())
                    .forEach(found ->
                            partitions.add(new TopicPartition(found.topic(), found.partition())));
        }
        this.eventsBefore = events();
    }

    void sample() {
        long due = (long) EVENTS_AN_ORDER * journeys.due();
        samples.add(Math.max(0, due - (events() - eventsBefore)));
    }

    private long events() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        return ends.values().stream().mapToLong(Long::longValue).sum();
    }

    /// The mean of each third of the samples.
    static List<Long> thirds(List<Long> samples) {
        int size = samples.size() / 3;
        if (size == 0) {
            return List.of();
        }
        return Arrays.asList(
                mean(samples.subList(0, size)),
                mean(samples.subList(size, 2 * size)),
                mean(samples.subList(2 * size, samples.size())));
    }

    /// Whether more than half a second's work came on top between the second third and the last.
    /// The first begins with nothing under way, so that it says little.
    static boolean grows(List<Long> thirds, double rate) {
        return !thirds.isEmpty() && thirds.get(2) - thirds.get(1) > EVENTS_AN_ORDER * rate / 2;
    }

    List<Long> samples() {
        return List.copyOf(samples);
    }

    private static long mean(List<Long> samples) {
        return Math.round(samples.stream().mapToLong(Long::longValue).average().orElse(0));
    }

    @Override
    public void close() {
        consumer.close();
    }
}
