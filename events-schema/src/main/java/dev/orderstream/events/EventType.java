package dev.orderstream.events;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// One event version: its name on the wire, its record and its topic.
///
/// The catalogue is read off the sealed families, so a new record is on the wire by being declared.
///
/// @param name the CloudEvents type, such as `OrderCreated.v1`
public record EventType(String name, Class<? extends Event> payload, Topic topic) {

    private static final List<EventType> ALL =
            Arrays.stream(Topic.values())
                    .flatMap(topic ->
                            Arrays.stream(topic.family().getPermittedSubclasses())
                                    .map(type -> of(topic, type.asSubclass(Event.class))))
                    .toList();
    private static final Map<String, EventType> BY_NAME =
            ALL.stream().collect(Collectors.toMap(EventType::name, Function.identity()));
    private static final Map<Class<?>, EventType> BY_PAYLOAD =
            ALL.stream().collect(Collectors.toMap(EventType::payload, Function.identity()));

    /// Every event version there is, in the order of the topics and of their declaration.
    public static List<EventType> all() {
        return ALL;
    }

    /// The event version of this wire name, if it is known.
    public static Optional<EventType> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /// The event version whose payload this is.
    public static EventType of(Class<? extends Event> payload) {
        EventType type = BY_PAYLOAD.get(payload);
        if (type == null) {
            throw new IllegalArgumentException(payload + " is not an event version");
        }
        return type;
    }

    /// The `$id` of its JSON Schema, which travels as `ce_dataschema`.
    public String dataSchema() {
        return "urn:orderstream:schema:" + name;
    }

    private static EventType of(Topic topic, Class<? extends Event> payload) {
        return new EventType(payload.getSimpleName() + ".v1", payload, topic);
    }
}
