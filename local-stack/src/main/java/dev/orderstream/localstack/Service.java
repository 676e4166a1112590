package dev.orderstream.localstack;

import static dev.orderstream.events.Topic.EMAILS;
import static dev.orderstream.events.Topic.ORDERS;
import static dev.orderstream.events.Topic.PAYMENTS;
import static dev.orderstream.events.Topic.SHIPMENTS;

import dev.orderstream.events.Topic;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The four services: their names, databases, and which topics each writes and reads.
public enum Service {
    ORDERS_SERVICE("orders", ORDERS, List.of(PAYMENTS, SHIPMENTS, EMAILS)),
    PAYMENTS_SERVICE("payments", PAYMENTS, List.of(ORDERS)),
    EMAIL_SERVICE("email", EMAILS, List.of(ORDERS, PAYMENTS, SHIPMENTS)),
    SHIPPING_SERVICE("shipping", SHIPMENTS, List.of(ORDERS, PAYMENTS));

    private final String database;
    private final Topic emits;
    private final List<Topic> reactsTo;

    Service(String database, Topic emits, List<Topic> reactsTo) {
        this.database = database;
        this.emits = emits;
        this.reactsTo = reactsTo;
    }

    /// `orders-service`: the process, the Kafka user and the consumer group.
    public String serviceName() {
        return database + "-service";
    }

    /// The database and the role that owns it.
    public String database() {
        return database;
    }

    public Topic emits() {
        return emits;
    }

    public List<Topic> reactsTo() {
        return reactsTo;
    }

    public String replayTopic() {
        return serviceName() + ".replay";
    }

    public String deadLetterTopic() {
        return serviceName() + ".dlq";
    }

    /// All names, for a message.
    public static String names() {
        return Arrays.stream(values()).map(Service::serviceName).collect(Collectors.joining(", "));
    }

    public static Optional<Service> named(String serviceName) {
        return Arrays.stream(values())
                .filter(service -> service.serviceName().equals(serviceName))
                .findFirst();
    }
}
