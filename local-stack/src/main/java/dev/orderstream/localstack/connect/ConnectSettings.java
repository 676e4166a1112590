package dev.orderstream.localstack.connect;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Where Kafka Connect runs. `kafkaClient` is how it reaches Kafka, `relayDatabase` what connectors
/// know the database by.
public record ConnectSettings(
        String classPath,
        List<String> jvmOptions,
        Path home,
        Path log,
        String host,
        int port,
        Map<String, Object> kafkaClient,
        RelayDatabase relayDatabase) {

    public ConnectSettings {
        jvmOptions = List.copyOf(jvmOptions);
        kafkaClient = Map.copyOf(kafkaClient);
    }

    public String url() {
        return "http://" + host + ":" + port;
    }
}
