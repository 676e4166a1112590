package dev.orderstream.delivery.deadletter;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Writes dead letters to `<service>.dlq`: byte for byte, with key, headers and reason.
///
/// The header names are those of SmallRye's own dead-letter queue, so that its tools read them. A
/// record that comes back from a redrive and fails again has its reason replaced, not added to.
@ApplicationScoped
public class DeadLetters {

    private static final Logger LOG = Logger.getLogger(DeadLetters.class);
    private static final String PREFIX = "dead-letter-";

    /// The topics take four MiB; headers of the reason come on top.
    private static final int REQUEST_BYTES_MAX = 5 * 1024 * 1024;

    private final String topic;
    private final Map<String, Object> configuration;
    private @Nullable Producer<byte[], byte[]> producer;

    DeadLetters(
            @ConfigProperty(name = "quarkus.application.name") String service,
            @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.topic = service + ".dlq";
        this.configuration = configuration(kafka);
    }

    void start(@Observes StartupEvent event) {
        producer =
                new KafkaProducer<>(
                        configuration, new ByteArraySerializer(), new ByteArraySerializer());
    }

    void stop(@Observes Shutdown event) {
        if (producer != null) {
            producer.close();
        }
    }

    /// Writes these and returns when the broker has them; while it is away, waits.
    ///
    /// @throws InterruptedException when the service stops meanwhile
    public void write(List<DeadLetter> letters) throws InterruptedException {
        List<DeadLetter> open = letters;
        while (!open.isEmpty()) {
            open = writeOnce(open);
        }
    }

    /// @return those that the broker did not take
    private List<DeadLetter> writeOnce(List<DeadLetter> letters) throws InterruptedException {
        Producer<byte[], byte[]> open = producer;
        if (open == null) {
            throw new IllegalStateException("not started");
        }
        List<Future<RecordMetadata>> sends = new ArrayList<>();
        for (DeadLetter letter : letters) {
            sends.add(open.send(record(letter)));
        }
        List<DeadLetter> failed = new ArrayList<>();
        for (int i = 0; i < sends.size(); i++) {
            if (!sent(sends.get(i))) {
                failed.add(letters.get(i));
            }
        }
        return failed;
    }

    private static boolean sent(Future<RecordMetadata> send) throws InterruptedException {
        try {
            RecordMetadata _ = send.get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RetriableException) {
                LOG.warnf(
                        "the broker did not take a dead letter yet: %s", e.getCause().getMessage());
                return false;
            }
            throw new IllegalStateException("a dead letter cannot be written", e.getCause());
        }
    }

    private ProducerRecord<byte[], byte[]> record(DeadLetter letter) {
        var source = letter.source();
        var record =
                new ProducerRecord<>(topic, null, source.key(), source.value(), List.<Header>of());
        for (Header header : source.headers()) {
            if (!header.key().startsWith(PREFIX)) {
                record.headers().add(header);
            }
        }
        DeadLetter.Reason reason = letter.reason();
        add(record.headers(), "exception-class-name", reason.exception());
        add(record.headers(), "reason", reason.message());
        add(record.headers(), "cause-class-name", reason.cause());
        add(record.headers(), "cause", reason.causeMessage());
        add(record.headers(), "topic", source.topic());
        add(record.headers(), "partition", Integer.toString(source.partition()));
        add(record.headers(), "offset", Long.toString(source.offset()));
        return record;
    }

    private static void add(Headers headers, String name, @Nullable String value) {
        if (value != null) {
            headers.add(PREFIX + name, value.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static Map<String, Object> configuration(Map<String, Object> kafka) {
        Set<String> known = ProducerConfig.configNames();
        Map<String, Object> configuration = new HashMap<>(kafka);
        configuration.keySet().retainAll(known);
        configuration.put(ProducerConfig.ACKS_CONFIG, "all");
        configuration.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        configuration.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, REQUEST_BYTES_MAX);
        return configuration;
    }
}
