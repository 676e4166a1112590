package dev.orderstream.operations.stack;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// The stack's Kafka, as its user `operator` reaches it.
public final class Broker {

    private static final String USER = "operator";
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final String bootstrap;
    private final Secrets secrets;

    Broker(String bootstrap, Secrets secrets) {
        this.bootstrap = bootstrap;
        this.secrets = secrets;
    }

    /// A consumer that belongs to no group: it is told where to read, and commits nothing.
    public Consumer<byte[], byte[]> consumer() {
        Map<String, Object> configuration = client();
        configuration.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        configuration.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000);
        configuration.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        configuration.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return new KafkaConsumer<>(
                configuration, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /// An administrator, as far as the user's rights go.
    public Admin admin() {
        return Admin.create(client());
    }

    private Map<String, Object> client() {
        String login =
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
                        .formatted(USER, secrets.kafka(USER));
        return new HashMap<>(
                Map.of(
                        CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        CommonClientConfigs.SECURITY_PROTOCOL_CONFIG,
                        "SASL_PLAINTEXT",
                        SaslConfigs.SASL_MECHANISM,
                        "SCRAM-SHA-256",
                        SaslConfigs.SASL_JAAS_CONFIG,
                        login,
                        CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG,
                        (int) TIMEOUT.toMillis(),
                        CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        (int) TIMEOUT.toMillis()));
    }
}
