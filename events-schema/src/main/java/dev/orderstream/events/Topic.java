package dev.orderstream.events;

import java.util.Arrays;

/// The event topics: one per aggregate, keyed by order id, written by one service.
public enum Topic {
    ORDERS("orders.events", "/orders-service", OrderEvent.class),
    PAYMENTS("payments.events", "/payments-service", PaymentEvent.class),
    SHIPMENTS("shipments.events", "/shipping-service", ShipmentEvent.class),
    EMAILS("emails.events", "/email-service", EmailEvent.class);

    private final String topicName;
    private final String source;
    private final Class<? extends Event> family;

    Topic(String topicName, String source, Class<? extends Event> family) {
        this.topicName = topicName;
        this.source = source;
        this.family = family;
    }

    /// The name on the broker.
    public String topicName() {
        return topicName;
    }

    /// The CloudEvents source of everything on this topic.
    public String source() {
        return source;
    }

    /// The sealed family of the events on this topic.
    public Class<? extends Event> family() {
        return family;
    }

    /// The topic that an event belongs on.
    public static Topic of(Class<? extends Event> eventType) {
        return Arrays.stream(values())
                .filter(topic -> topic.family.isAssignableFrom(eventType))
                .findFirst()
                .orElseThrow();
    }
}
