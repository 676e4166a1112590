package dev.orderstream.delivery.dispatch;

import dev.orderstream.events.Event;
import java.util.List;

/// Reacts to one type of event, or to a sealed family of them; a CDI bean of a service.
///
/// The events come a batch at a time, inside the transaction that also claims them and stores
/// whatever the handler tells. They may come in any order against events of other types: a handler
/// merges facts and never asks whether something is allowed yet. It touches the database only;
/// calls to the outside are requested as effects.
public interface EventHandler<E extends Event> {

    /// The payload that this handler reacts to: a record, or the sealed interface of several.
    Class<E> eventType();

    /// Whether it reacts to this payload: to every one of its event type, unless it says otherwise.
    default boolean reactsTo(Class<? extends Event> payload) {
        return eventType().isAssignableFrom(payload);
    }

    /// Reacts to these events; an exception rolls the transaction back.
    void handle(List<Received<E>> batch);
}
