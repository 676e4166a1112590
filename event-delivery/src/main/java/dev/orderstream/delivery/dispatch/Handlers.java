package dev.orderstream.delivery.dispatch;

import dev.orderstream.events.Event;
import dev.orderstream.events.EventType;
import dev.orderstream.events.Topic;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Which handler of this service reacts to which event.
@ApplicationScoped
class Handlers {

    private final Map<Class<? extends Event>, EventHandler<?>> byPayload;

    Handlers(@All List<EventHandler<?>> handlers, DeliveryConfig config) {
        this.byPayload =
                EventType.all().stream()
                        .map(EventType::payload)
                        .filter(payload -> handlers.stream().anyMatch(h -> h.reactsTo(payload)))
                        .collect(
                                Collectors.toMap(
                                        payload -> payload, payload -> one(handlers, payload)));
        requireSubscribed(config.topics());
    }

    /// Whether anybody here reacts to this event.
    boolean want(EventType type) {
        return byPayload.containsKey(type.payload());
    }

    /// Hands each event to its handler; one call a handler, its events in the order of the batch.
    void handle(List<Received<Event>> batch) {
        Map<EventHandler<?>, List<Received<Event>>> byHandler = new LinkedHashMap<>();
        for (Received<Event> received : batch) {
            EventHandler<?> handler = byPayload.get(received.event().getClass());
            if (handler == null) {
                throw new IllegalArgumentException(
                        "nobody reacts to " + received.event().getClass());
            }
            byHandler.computeIfAbsent(handler, _ -> new ArrayList<>()).add(received);
        }
        byHandler.forEach(Handlers::handle);
    }

    private static <E extends Event> void handle(
            EventHandler<E> handler, List<Received<Event>> batch) {
        handler.handle(
                batch.stream()
                        .map(received ->
                                new Received<>(
                                        handler.eventType().cast(received.event()),
                                        received.id(),
                                        received.time(),
                                        received.cause()))
                        .toList());
    }

    /// A handler whose topic nobody reads would wait for ever, and silently.
    private void requireSubscribed(List<String> topics) {
        for (Class<? extends Event> payload : byPayload.keySet()) {
            String topic = Topic.of(payload).topicName();
            if (!topics.contains(topic)) {
                throw new IllegalStateException(
                        "orderstream.delivery.topics lacks "
                                + topic
                                + ", but a handler reacts to "
                                + payload.getSimpleName());
            }
        }
    }

    private static EventHandler<?> one(
            List<EventHandler<?>> handlers, Class<? extends Event> payload) {
        List<EventHandler<?>> reacting =
                handlers.stream().filter(h -> h.reactsTo(payload)).toList();
        if (reacting.size() > 1) {
            throw new IllegalStateException(
                    "more than one handler reacts to " + payload.getSimpleName());
        }
        return reacting.getFirst();
    }
}
