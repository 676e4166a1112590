package dev.orderstream.delivery.dispatch;

import dev.orderstream.delivery.deadletter.DeadLetter;
import dev.orderstream.events.Event;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// What a record turns out to be.
sealed interface Inbound {

    ConsumerRecord<byte[], byte[]> source();

    /// An event that a handler reacts to.
    record Accepted(ConsumerRecord<byte[], byte[]> source, Received<Event> received)
            implements Inbound {}

    /// An event of a type that nobody here reacts to, or that is unknown here: passed over and
    /// counted.
    record Skipped(ConsumerRecord<byte[], byte[]> source, String type) implements Inbound {}

    /// No event at all.
    record Rejected(ConsumerRecord<byte[], byte[]> source, DeadLetter.Reason reason)
            implements Inbound {}
}
