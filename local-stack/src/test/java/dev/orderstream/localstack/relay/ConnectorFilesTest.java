package dev.orderstream.localstack.relay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orderstream.localstack.Installation;
import dev.orderstream.localstack.Service;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ConnectorFilesTest {

    private static final String SUFFIX = "-outbox";

    /// Beside the database's name, connectors may differ in how eagerly they look for new rows.
    private static final List<String> EAGERNESS =
            List.of("poll.interval.ms", "max.batch.size", "producer.override.linger.ms");

    private final Map<String, ObjectNode> connectors = new TreeMap<>();

    ConnectorFilesTest() throws IOException {
        for (var file : ConnectorFiles.in(Installation.find().connectors()).entrySet()) {
            connectors.put(file.getKey(), ConnectorFiles.read(file.getValue()));
        }
    }

    @Test
    void everyServiceHasItsConnector() {
        assertThat(connectors.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Service.values())
                                .map(service -> service.database() + SUFFIX)
                                .toList());
    }

    @Test
    void theConnectorsDifferInTheirDatabaseOnly() {
        assertThat(
                        connectors.entrySet().stream()
                                .map(connector ->
                                        anonymous(connector.getKey(), connector.getValue()))
                                .distinct())
                .hasSize(1);
    }

    @Test
    void noConnectorHoldsASecretOrAHost() {
        assertThat(connectors.values())
                .allSatisfy(config ->
                        assertThat(List.of("hostname", "port", "user", "password"))
                                .allSatisfy(name ->
                                        assertThat(config.path("database." + name).asText())
                                                .startsWith("${env:RELAY_DATABASE_")));
    }

    private static String anonymous(String connector, ObjectNode config) {
        var database = connector.replace(SUFFIX, "");
        return config.deepCopy()
                .remove(EAGERNESS)
                .toString()
                .replaceAll("\"" + database + "(?=[\"_\\\\-])", "\"DB");
    }
}
