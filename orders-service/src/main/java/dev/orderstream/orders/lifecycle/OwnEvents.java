package dev.orderstream.orders.lifecycle;

import dev.orderstream.delivery.outbox.NewEvent;
import dev.orderstream.delivery.outbox.Outbox;
import dev.orderstream.orders.timeline.Timeline;
import dev.orderstream.orders.timeline.TimelineEntry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Tells what a person or a clock made this service say about orders that it has locked.
@ApplicationScoped
public class OwnEvents {

    private final OrderStates states;
    private final Timeline timeline;
    private final Outbox outbox;

    OwnEvents(OrderStates states, Timeline timeline, Outbox outbox) {
        this.states = states;
        this.timeline = timeline;
        this.outbox = outbox;
    }

    /// Merges the events into the facts, as those of the other services are, and tells them.
    ///
    /// @param locked the facts of these orders, locked in the current transaction
    /// @return the facts of those that the events are about
    public Map<UUID, OrderFacts> tell(Map<UUID, OrderFacts> locked, List<NewEvent> events) {
        if (events.isEmpty()) {
            return Map.of();
        }
        Map<UUID, OrderFacts> changed = new HashMap<>();
        List<TimelineEntry> entries = new ArrayList<>();
        for (NewEvent told : events) {
            UUID orderId = told.event().orderId();
            OrderFacts known = changed.getOrDefault(orderId, locked.get(orderId));
            if (known == null) {
                throw new UnknownOrderException();
            }
            changed.put(orderId, known.with(told.event()));
            entries.add(TimelineEntry.of(told.event(), told.id(), told.time()));
        }
        states.write(changed);
        boolean _ = timeline.add(entries);
        outbox.append(events);
        return changed;
    }
}
