package dev.orderstream.localstack.kafka;

import dev.orderstream.localstack.StackException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// The broker's `server.properties`: one node that is broker and controller.
final class ServerProperties {

    private ServerProperties() {}

    static String of(KafkaSettings settings) {
        return text(all(settings));
    }

    /// Listens on every address of the container: where its port is published decides who reaches
    /// it. The port is the same inside and outside, so that one address is right for the broker and
    /// for its clients.
    static String inContainer(KafkaSettings settings) {
        var properties = all(settings);
        properties.put(
                "listeners",
                "CLIENT://0.0.0.0:%d,CONTROLLER://%s:%d"
                        .formatted(settings.port(), settings.host(), settings.controllerPort()));
        properties.put("advertised.listeners", "CLIENT://" + settings.bootstrapServers());
        return text(properties);
    }

    private static Map<String, String> all(KafkaSettings settings) {
        var properties = node(settings);
        properties.putAll(settings.secured() ? secured(settings) : open());
        properties.putAll(oneNode());
        return properties;
    }

    private static String text(Map<String, String> properties) {
        return properties.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + escaped(entry.getValue()))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /// Kafka reads the file as ISO-8859-1, and the rest of Unicode by escapes.
    private static String escaped(String value) {
        var text = new StringBuilder();
        for (var at = 0; at < value.length(); at++) {
            var character = value.charAt(at);
            if (character == '\\') {
                text.append("\\\\");
            } else if (character >= ' ' && character <= '~') {
                text.append(character);
            } else {
                text.append("\\u%04x".formatted((int) character));
            }
        }
        return text.toString();
    }

    private static Map<String, String> node(KafkaSettings settings) {
        var controller = settings.host() + ":" + settings.controllerPort();
        var properties = new LinkedHashMap<String, String>();
        properties.put("process.roles", "broker,controller");
        properties.put("node.id", "1");
        properties.put("controller.quorum.voters", "1@" + controller);
        properties.put("controller.listener.names", "CONTROLLER");
        properties.put("inter.broker.listener.name", "CLIENT");
        properties.put(
                "listeners",
                "CLIENT://" + settings.bootstrapServers() + ",CONTROLLER://" + controller);
        properties.put("log.dirs", directory(settings));
        return properties;
    }

    private static String directory(KafkaSettings settings) {
        var directory = settings.dataDir().toAbsolutePath().toString();
        if (directory.contains(",")) {
            throw new StackException(
                    "Kafka cannot keep its data in %s: it takes the comma for the end of a path"
                            .formatted(directory));
        }
        return directory;
    }

    private static Map<String, String> open() {
        return Map.of("listener.security.protocol.map", "CLIENT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    }

    private static Map<String, String> secured(KafkaSettings settings) {
        var admin = KafkaUser.ADMIN;
        var password = settings.password(admin);
        var properties = new LinkedHashMap<String, String>();
        properties.put(
                "listener.security.protocol.map",
                "CLIENT:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT");
        properties.put("sasl.enabled.mechanisms", Sasl.MECHANISM);
        properties.put("sasl.mechanism.inter.broker.protocol", Sasl.MECHANISM);
        properties.put(
                "listener.name.client.scram-sha-256.sasl.jaas.config", Sasl.scram(admin, password));
        properties.put("sasl.mechanism.controller.protocol", "PLAIN");
        properties.put("listener.name.controller.sasl.enabled.mechanisms", "PLAIN");
        properties.put(
                "listener.name.controller.plain.sasl.jaas.config", Sasl.plain(admin, password));
        properties.put(
                "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
        properties.put("super.users", "User:" + admin);
        return properties;
    }

    private static Map<String, String> oneNode() {
        var properties = new LinkedHashMap<String, String>();
        properties.put("auto.create.topics.enable", "false");
        properties.put("offsets.topic.replication.factor", "1");
        properties.put("offsets.topic.num.partitions", "8");
        properties.put("transaction.state.log.replication.factor", "1");
        properties.put("transaction.state.log.min.isr", "1");
        properties.put("transaction.state.log.num.partitions", "4");
        properties.put("share.coordinator.state.topic.replication.factor", "1");
        properties.put("share.coordinator.state.topic.min.isr", "1");
        properties.put("group.initial.rebalance.delay.ms", "0");
        properties.put("log.retention.hours", "168");
        properties.put("log.cleaner.dedupe.buffer.size", Integer.toString(16 << 20));
        properties.put("num.network.threads", "2");
        properties.put("num.io.threads", "4");
        // A killed broker may come back as itself this soon
        properties.put("broker.session.timeout.ms", "3000");
        properties.put("broker.heartbeat.interval.ms", "1000");
        return properties;
    }
}
