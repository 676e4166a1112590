package dev.orderstream.localstack.connect;

import dev.orderstream.localstack.kafka.KafkaTopics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The worker's configuration. What concerns one connector is in the connector's file, so that it
/// is the same everywhere.
final class WorkerProperties {

    private static final String STRING_CONVERTER =
            "org.apache.kafka.connect.storage.StringConverter";

    private WorkerProperties() {}

    static String of(ConnectSettings settings) {
        var properties = new LinkedHashMap<String, String>();
        settings.kafkaClient()
                .forEach((name, value) -> {
                    properties.put(name, value.toString());
                    for (var client : List.of("producer.", "consumer.", "admin.")) {
                        properties.put(client + name, value.toString());
                    }
                });
        properties.putAll(worker(settings));
        properties.putAll(group());
        return properties.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue().replace("\\", "\\\\"))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static Map<String, String> worker(ConnectSettings settings) {
        var properties = new LinkedHashMap<String, String>();
        properties.put("listeners", settings.url());
        properties.put("rest.advertised.host.name", settings.host());
        properties.put("key.converter", STRING_CONVERTER);
        properties.put("value.converter", STRING_CONVERTER);
        // All plugins are on the class path and declare themselves: no scan
        properties.put("plugin.discovery", "service_load");
        properties.put("connector.client.config.override.policy", "All");
        properties.put("topic.creation.enable", "false");
        // Bounds the duplicates after a crash, and the log that PostgreSQL keeps
        properties.put("offset.flush.interval.ms", "5000");
        properties.put("config.providers", "env");
        properties.put(
                "config.providers.env.class",
                "org.apache.kafka.common.config.provider.EnvVarConfigProvider");
        properties.put("config.providers.env.param.allowlist.pattern", RelayDatabase.PREFIX + ".*");
        return properties;
    }

    private static Map<String, String> group() {
        var properties = new LinkedHashMap<String, String>();
        properties.put("group.id", "connect");
        for (var store : List.of("config", "offset", "status")) {
            var topic = store.equals("status") ? store : store + "s";
            properties.put(store + ".storage.topic", KafkaTopics.CONNECT_PREFIX + topic);
            properties.put(store + ".storage.replication.factor", "1");
        }
        // A killed worker's connectors go to whoever is there, at once
        properties.put("scheduled.rebalance.max.delay.ms", "0");
        properties.put("session.timeout.ms", "6000");
        properties.put("heartbeat.interval.ms", "2000");
        return properties;
    }
}
