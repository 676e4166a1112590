package dev.orderstream.localstack.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderstream.localstack.Installation;
import dev.orderstream.localstack.Service;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Holds the broker of `docker-compose.yml` to the one of the local stack.
class ComposeBrokerTest {

    private static final Path DIRECTORY =
            Installation.find().root().resolve("deploy/compose/kafka");
    private static final String PASSWORD = "${env:KAFKA_BROKER_ADMIN_PASSWORD}";

    private static final Set<String> ADDRESSES_AND_PLACES =
            Set.of("listeners", "controller.quorum.voters", "log.dirs");

    /// A second door, for programs outside of the containers; passwords by the environment.
    private static final Set<String> ITS_OWN =
            Set.of(
                    "advertised.listeners",
                    "config.providers",
                    "config.providers.env.class",
                    "config.providers.env.param.allowlist.pattern",
                    "listener.name.host.scram-sha-256.sasl.jaas.config");

    @Test
    void itsPropertiesAreThoseOfTheLocalStackButForAddresses() throws IOException {
        Properties local = local();
        Properties compose = properties(Files.readString(DIRECTORY.resolve("server.properties")));

        assertThat(compose.stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(local.stringPropertyNames().stream(), ITS_OWN.stream())
                                .toList());
        assertThat(local.stringPropertyNames())
                .filteredOn(name -> !ADDRESSES_AND_PLACES.contains(name))
                .allSatisfy(name ->
                        assertThat(compose.getProperty(name).replace("HOST:SASL_PLAINTEXT,", ""))
                                .isEqualTo(local.getProperty(name)));
    }

    @Test
    void itKnowsEveryUser() throws IOException {
        var start = Files.readString(DIRECTORY.resolve("start"));
        var users =
                Stream.concat(
                        Stream.of(
                                KafkaUser.ADMIN,
                                KafkaUser.CONNECT,
                                KafkaUser.OPERATOR,
                                KafkaUser.ANALYST),
                        Arrays.stream(Service.values()).map(Service::serviceName));

        assertThat(users)
                .allSatisfy(
                        user -> assertThat(start).contains("user " + user + " " + variable(user)));
    }

    private static String variable(String user) {
        return "KAFKA_" + user.replace('-', '_').toUpperCase(Locale.ROOT) + "_PASSWORD";
    }

    private static Properties local() throws IOException {
        var settings =
                new KafkaSettings(
                        "",
                        List.of(),
                        Path.of(""),
                        Path.of(""),
                        "localhost",
                        1,
                        2,
                        Map.of(KafkaUser.ADMIN, PASSWORD));
        return properties(ServerProperties.of(settings));
    }

    private static Properties properties(String text) throws IOException {
        var properties = new Properties();
        properties.load(new StringReader(text));
        return properties;
    }
}
