package dev.orderstream.operations.reconcile;

import dev.orderstream.events.Topic;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;

/// What must be true of an order's events on the topics.
final class StreamRules {

    private StreamRules() {}

    static void sequencesAreGapless(AcceptedOrder order, Evidence evidence, Findings findings) {
        for (Topic topic : Topic.values()) {
            List<Long> found =
                    evidence.events.stream()
                            .filter(event -> event.topic() == topic)
                            .map(ToldEvent::sequence)
                            .sorted()
                            .toList();
            List<Long> expected = LongStream.rangeClosed(1, found.size()).boxed().toList();
            findings.expect("sequence-gapless " + topic.topicName(), expected, found);
        }
    }

    static void oneContentPerId(AcceptedOrder order, Evidence evidence, Findings findings) {
        findings.none("event-id-with-two-contents", evidence.contradicted);
    }

    static void allReadable(AcceptedOrder order, Evidence evidence, Findings findings) {
        findings.none("record-unreadable", evidence.unreadable);
    }

    /// What a service stored to be told is on the topic, and nothing that it did not store.
    static void outboxIsRelayed(AcceptedOrder order, Evidence evidence, Findings findings) {
        Set<UUID> told = new HashSet<>();
        evidence.events.forEach(event -> told.add(event.id()));
        findings.none("outbox-not-relayed", Sets.minus(evidence.outbox, told));
        findings.none("event-without-outbox", Sets.minus(told, evidence.outbox));
    }

    static void noDeadLetters(AcceptedOrder order, Evidence evidence, Findings findings) {
        findings.none("dead-letter", evidence.deadLetters);
    }
}
