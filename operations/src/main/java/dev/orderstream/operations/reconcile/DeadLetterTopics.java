package dev.orderstream.operations.reconcile;

import java.util.List;

/// What the services could not handle.
final class DeadLetterTopics implements Source {

    private static final List<String> TOPICS =
            List.of(
                    "orders-service.dlq",
                    "payments-service.dlq",
                    "email-service.dlq",
                    "shipping-service.dlq");

    private final TopicReader reader;

    DeadLetterTopics(TopicReader reader) {
        this.reader = reader;
    }

    @Override
    public void read(EvidenceFiles files) {
        reader.read(
                TOPICS,
                letter ->
                        files.of(letter.key())
                                .ifPresent(found -> found.deadLetters.add(letter.topic())));
    }
}
