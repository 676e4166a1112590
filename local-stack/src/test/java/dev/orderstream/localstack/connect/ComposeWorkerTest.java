package dev.orderstream.localstack.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderstream.localstack.Installation;
import dev.orderstream.localstack.kafka.Sasl;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Holds the worker of `docker-compose.yml` to the one of the local stack.
class ComposeWorkerTest {

    /// The image's own names, which its start script turns into properties.
    private static final Map<String, String> NAMES_OF_THE_IMAGE =
            Map.of(
                    "HOST_NAME", "rest.advertised.host.name",
                    "GROUP_ID", "group.id",
                    "CONFIG_STORAGE_TOPIC", "config.storage.topic",
                    "OFFSET_STORAGE_TOPIC", "offset.storage.topic",
                    "STATUS_STORAGE_TOPIC", "status.storage.topic",
                    "KEY_CONVERTER", "key.converter",
                    "VALUE_CONVERTER", "value.converter",
                    "OFFSET_FLUSH_INTERVAL_MS", "offset.flush.interval.ms",
                    "BOOTSTRAP_SERVERS", "bootstrap.servers");

    private static final Set<String> ADDRESSES =
            Set.of(
                    "listeners",
                    "rest.advertised.host.name",
                    "bootstrap.servers",
                    "producer.bootstrap.servers",
                    "consumer.bootstrap.servers",
                    "admin.bootstrap.servers");

    /// The image keeps its plugins in a directory of their own.
    private static final String ONE_CLASS_PATH = "plugin.discovery";

    @Test
    void itsPropertiesAreThoseOfTheLocalStackButForAddressesAndPasswords() throws IOException {
        var compose = compose();

        assertThat(local())
                .allSatisfy((name, value) -> {
                    if (!name.endsWith("sasl.jaas.config")) {
                        assertThat(compose).containsEntry(name, value);
                    }
                });
    }

    private static Map<String, String> compose() throws IOException {
        var file = Installation.find().root().resolve("deploy/compose/connect/worker.env");
        var properties = new HashMap<String, String>();
        properties(Files.readString(file))
                .forEach((name, value) -> properties.put(property(name), value));
        return properties;
    }

    private static String property(String variable) {
        var known = NAMES_OF_THE_IMAGE.get(variable);
        return known != null
                ? known
                : variable.replaceFirst("^CONNECT_", "").toLowerCase(Locale.ROOT).replace('_', '.');
    }

    private static Map<String, String> local() throws IOException {
        var nowhere = Path.of("");
        var client = new HashMap<String, Object>(Sasl.client("connect", "secret"));
        client.put("bootstrap.servers", "localhost:1");
        var settings =
                new ConnectSettings(
                        "",
                        List.of(),
                        nowhere,
                        nowhere,
                        "localhost",
                        1,
                        client,
                        new RelayDatabase("localhost", 1, "debezium", "secret"));
        var properties = properties(WorkerProperties.of(settings));
        properties.keySet().removeAll(ADDRESSES);
        properties.remove(ONE_CLASS_PATH);
        return properties;
    }

    private static Map<String, String> properties(String text) throws IOException {
        var loaded = new Properties();
        loaded.load(new StringReader(text));
        var properties = new HashMap<String, String>();
        loaded.stringPropertyNames()
                .forEach(name -> properties.put(name, loaded.getProperty(name)));
        return properties;
    }
}
