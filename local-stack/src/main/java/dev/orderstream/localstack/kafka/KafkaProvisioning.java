package dev.orderstream.localstack.kafka;

import dev.orderstream.localstack.StackException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;

/// Makes the topics and access rules that are missing. Doing it again changes nothing.
public final class KafkaProvisioning {

    private static final long ANSWER_S_MAX = 60;

    private final KafkaServer server;

    public KafkaProvisioning(KafkaServer server) {
        this.server = server;
    }

    public void apply() {
        try (var admin = Admin.create(server.client(KafkaUser.ADMIN))) {
            topics(admin);
            if (server.settings().secured()) {
                answer(admin.createAcls(KafkaAccess.all()).all());
            }
        }
    }

    private static void topics(Admin admin) {
        Set<String> present = answer(admin.listTopics().names());
        List<NewTopic> missing =
                KafkaTopics.all().stream()
                        .filter(topic -> !present.contains(topic.name()))
                        .toList();
        if (!missing.isEmpty()) {
            answer(admin.createTopics(missing).all());
        }
    }

    private static <T> T answer(KafkaFuture<T> future) {
        try {
            return future.get(ANSWER_S_MAX, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            var cause = e.getCause() == null ? e : e.getCause();
            throw new StackException("Could not make the Kafka topics: " + cause.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while making the Kafka topics", e);
        }
    }
}
