package dev.orderstream.localstack.kafka;

/// The Kafka users beside the services, which are users by their own names.
public final class KafkaUser {

    /// May do everything; used by the broker itself and by the launcher to make topics and rules.
    public static final String ADMIN = "broker-admin";

    /// Kafka Connect: writes the event topics.
    public static final String CONNECT = "connect";

    /// People who redrive and replay.
    public static final String OPERATOR = "operator";

    /// People who only read.
    public static final String ANALYST = "analyst";

    private KafkaUser() {}
}
