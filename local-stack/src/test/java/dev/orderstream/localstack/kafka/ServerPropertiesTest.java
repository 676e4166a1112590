package dev.orderstream.localstack.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/// A broker in a container is the broker of the local stack but for where it listens.
class ServerPropertiesTest {

    @Test
    void inAContainerOnlyTheAddressesDiffer() throws IOException {
        var nowhere = Path.of("");
        var settings =
                new KafkaSettings(
                        "", List.of(), nowhere, nowhere, "127.0.0.1", 19092, 9093, Map.of());
        var expected = properties(ServerProperties.of(settings));
        expected.setProperty("listeners", "CLIENT://0.0.0.0:19092,CONTROLLER://127.0.0.1:9093");
        expected.setProperty("advertised.listeners", "CLIENT://127.0.0.1:19092");

        assertThat(properties(ServerProperties.inContainer(settings))).isEqualTo(expected);
    }

    private static Properties properties(String text) throws IOException {
        var properties = new Properties();
        properties.load(new StringReader(text));
        return properties;
    }
}
