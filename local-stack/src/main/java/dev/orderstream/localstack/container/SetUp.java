package dev.orderstream.localstack.container;

import dev.orderstream.localstack.Service;
import dev.orderstream.localstack.StackException;
import dev.orderstream.localstack.kafka.KafkaProvisioning;
import dev.orderstream.localstack.kafka.KafkaServer;
import dev.orderstream.localstack.kafka.KafkaSettings;
import dev.orderstream.localstack.kafka.KafkaUser;
import dev.orderstream.localstack.postgres.PostgresProvisioning;
import dev.orderstream.localstack.postgres.PostgresServer;
import dev.orderstream.localstack.postgres.PostgresSettings;
import dev.orderstream.localstack.postgres.RelaySlots;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Makes roles, databases, replication slots, topics and access rules on servers that something
/// else runs. Doing it again changes nothing.
///
/// @param passwords by database role
record SetUp(PostgresServer postgres, Map<String, String> passwords, KafkaServer kafka) {

    /// In each, Kafka has a minute to answer.
    private static final int ATTEMPTS_MAX = 5;

    /// Of a server that runs elsewhere, only its address is used.
    private static final Path NOWHERE = Path.of("");

    private static final Logger ALL_LOGS = Logger.getLogger("");

    public static void main(String[] arguments) {
        ALL_LOGS.setLevel(Level.WARNING);
        try {
            of(new Environment(System.getenv())).insist();
        } catch (StackException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static SetUp of(Environment environment) {
        var postgres =
                new PostgresSettings(
                        NOWHERE,
                        NOWHERE,
                        NOWHERE,
                        environment.get("POSTGRES_HOST"),
                        environment.number("POSTGRES_PORT"),
                        environment.get("POSTGRES_PASSWORD"));
        var kafka =
                new KafkaSettings(
                        "",
                        List.of(),
                        NOWHERE,
                        NOWHERE,
                        environment.get("KAFKA_HOST"),
                        environment.number("KAFKA_PORT"),
                        0,
                        Map.of(KafkaUser.ADMIN, environment.get("KAFKA_BROKER_ADMIN_PASSWORD")));
        return new SetUp(
                new PostgresServer(postgres), passwords(environment), new KafkaServer(kafka));
    }

    private static Map<String, String> passwords(Environment environment) {
        var passwords = new HashMap<String, String>();
        passwords.put(
                PostgresProvisioning.REPLICATOR,
                password(PostgresProvisioning.REPLICATOR, environment));
        for (var service : Service.values()) {
            passwords.put(service.database(), password(service.database(), environment));
        }
        return passwords;
    }

    private static String password(String role, Environment environment) {
        return environment.get(role.toUpperCase(Locale.ROOT) + "_DATABASE_PASSWORD");
    }

    /// Whoever waits for this would give up with it: a busy machine gets more than one chance.
    private void insist() {
        for (int attempt = 1; attempt < ATTEMPTS_MAX; attempt++) {
            try {
                once();
                return;
            } catch (StackException e) {
                System.err.println(
                        "Attempt " + attempt + " of " + ATTEMPTS_MAX + ": " + e.getMessage());
            }
        }
        once();
    }

    private void once() {
        new PostgresProvisioning(postgres, passwords).apply();
        RelaySlots.make(postgres);
        System.err.println("Roles, databases and replication slots are there");
        new KafkaProvisioning(kafka).apply();
        System.err.println("Topics and access rules are there");
    }
}
