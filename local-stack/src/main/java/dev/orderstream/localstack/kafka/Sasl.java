package dev.orderstream.localstack.kafka;

import java.util.Map;

/// How a client signs in to Kafka: SCRAM-SHA-256 over a loopback connection.
public final class Sasl {

    public static final String PROTOCOL = "SASL_PLAINTEXT";
    public static final String MECHANISM = "SCRAM-SHA-256";

    private Sasl() {}

    /// Client configuration of one user.
    public static Map<String, String> client(String user, String password) {
        return Map.of(
                "security.protocol",
                PROTOCOL,
                "sasl.mechanism",
                MECHANISM,
                "sasl.jaas.config",
                scram(user, password));
    }

    static String scram(String user, String password) {
        return "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
                .formatted(user, password);
    }

    /// The controller cannot use SCRAM, which it keeps in the metadata it serves.
    static String plain(String user, String password) {
        return "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%s\" password=\"%s\" user_%s=\"%s\";"
                .formatted(user, password, user, password);
    }
}
