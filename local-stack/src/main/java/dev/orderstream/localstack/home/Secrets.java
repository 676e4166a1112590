package dev.orderstream.localstack.home;

import dev.orderstream.localstack.Service;
import dev.orderstream.localstack.StackException;
import dev.orderstream.localstack.kafka.KafkaUser;
import dev.orderstream.localstack.postgres.PostgresProvisioning;
import dev.orderstream.localstack.postgres.PostgresSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/// The passwords and keys of one local stack, made at its first start.
public record Secrets(Properties values) {

    static final String POSTGRES = "pg.";
    static final String KAFKA = "kafka.";
    static final String GATEWAY_API_KEY = "gateway.api-key";
    static final String GATEWAY_WEBHOOK_SECRET = "gateway.webhook-secret";

    static List<String> names() {
        var names = new ArrayList<String>();
        databaseRoles().map(POSTGRES::concat).forEach(names::add);
        kafkaUsers().map(KAFKA::concat).forEach(names::add);
        names.add(GATEWAY_API_KEY);
        names.add(GATEWAY_WEBHOOK_SECRET);
        return names;
    }

    public String postgres(String role) {
        return get(POSTGRES + role);
    }

    public String kafka(String user) {
        return get(KAFKA + user);
    }

    public String gatewayApiKey() {
        return get(GATEWAY_API_KEY);
    }

    public String gatewayWebhookSecret() {
        return get(GATEWAY_WEBHOOK_SECRET);
    }

    public Map<String, String> postgresPasswords() {
        var passwords = new HashMap<String, String>();
        databaseRoles().forEach(role -> passwords.put(role, postgres(role)));
        return passwords;
    }

    public Map<String, String> kafkaPasswords() {
        var passwords = new HashMap<String, String>();
        kafkaUsers().forEach(user -> passwords.put(user, kafka(user)));
        return passwords;
    }

    private String get(String name) {
        var value = values.getProperty(name);
        if (value == null) {
            throw new StackException(
                    "The secret " + name + " is missing: begin anew with up --fresh");
        }
        return value;
    }

    private static Stream<String> databaseRoles() {
        return Stream.concat(
                Stream.of(PostgresSettings.SUPERUSER, PostgresProvisioning.REPLICATOR),
                Arrays.stream(Service.values()).map(Service::database));
    }

    private static Stream<String> kafkaUsers() {
        return Stream.concat(
                Stream.of(
                        KafkaUser.ADMIN, KafkaUser.CONNECT, KafkaUser.OPERATOR, KafkaUser.ANALYST),
                Arrays.stream(Service.values()).map(Service::serviceName));
    }
}
