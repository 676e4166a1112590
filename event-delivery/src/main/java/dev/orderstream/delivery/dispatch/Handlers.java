package dev.orderstream.delivery.dispatch;

import dev.orderstream.events.Event;
import dev.orderstream.events.EventType;
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

    Handlers(@All List<EventHandler<?>> handlers) {
        this.byPayload =
                EventType.all().stream()
                        .map(EventType::payload)
                        .filter(payload -> handlers.stream().anyMatch(h -> reacts(h, payload)))
                        .collect(
                                Collectors.toMap(
                                        payload -> payload, payload -> one(handlers, payload)));
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
            byHandler.computeIfAbsent(handler, unused -> new ArrayList<>()).add(received);
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

    private static boolean reacts(EventHandler<?> handler, Class<? extends Event> payload) {
        return handler.eventType().isAssignableFrom(payload);
    }

    private static EventHandler<?> one(
            List<EventHandler<?>> handlers, Class<? extends Event> payload) {
        List<EventHandler<?>> reacting = handlers.stream().filter(h -> reacts(h, payload)).toList();
        if (reacting.size() > 1) {
            throw new IllegalStateException(
                    "more than one handler reacts to " + payload.getSimpleName());
        }
        return reacting.getFirst();
    }
}
