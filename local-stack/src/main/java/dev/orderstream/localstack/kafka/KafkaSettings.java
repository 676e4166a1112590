package dev.orderstream.localstack.kafka;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Where a single Kafka node runs. `passwords` by user; empty means that everybody may do
/// everything, for tests.
public record KafkaSettings(
        String classPath,
        List<String> jvmOptions,
        Path home,
        Path log,
        String host,
        int port,
        int controllerPort,
        Map<String, String> passwords) {

    public KafkaSettings {
        jvmOptions = List.copyOf(jvmOptions);
        passwords = Map.copyOf(passwords);
    }

    boolean secured() {
        return !passwords.isEmpty();
    }

    String password(String user) {
        var password = passwords.get(user);
        if (password == null) {
            throw new IllegalArgumentException("no password for Kafka user " + user);
        }
        return password;
    }

    public String bootstrapServers() {
        return host + ":" + port;
    }

    Path dataDir() {
        return home.resolve("data");
    }

    Path propertiesFile() {
        return home.resolve("server.properties");
    }
}
