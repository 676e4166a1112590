package dev.orderstream.localstack.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderstream.localstack.StackException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/// A broker in a container is the broker of the local stack but for where it listens.
class ServerPropertiesTest {

    @Test
    void inAContainerOnlyTheAddressesDiffer() throws IOException {
        var settings = settings(Path.of(""));
        var expected = properties(ServerProperties.of(settings));
        expected.setProperty("listeners", "CLIENT://0.0.0.0:19092,CONTROLLER://127.0.0.1:9093");
        expected.setProperty("advertised.listeners", "CLIENT://127.0.0.1:19092");

        assertThat(properties(ServerProperties.inContainer(settings))).isEqualTo(expected);
    }

    /// The way in which Kafka itself reads it.
    @Test
    void aPathOfAnyLanguageIsReadAsItIs() throws IOException {
        var settings = settings(Path.of("/home/zoë/Bücher\\☕"));
        var read = new Properties();

        read.load(
                new ByteArrayInputStream(
                        ServerProperties.of(settings).getBytes(StandardCharsets.UTF_8)));

        assertThat(read).containsEntry("log.dirs", settings.dataDir().toString());
    }

    @Test
    void aPathWithACommaIsRefused() {
        var settings = settings(Path.of("/home/a,b"));

        assertThatThrownBy(() -> ServerProperties.of(settings))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("/home/a,b");
    }

    private static KafkaSettings settings(Path home) {
        return new KafkaSettings("", List.of(), home, home, "127.0.0.1", 19092, 9093, Map.of());
    }

    private static Properties properties(String text) throws IOException {
        var properties = new Properties();
        properties.load(new StringReader(text));
        return properties;
    }
}
