package dev.orderstream.orders.lifecycle;

import dev.orderstream.delivery.dispatch.EventHandler;
import dev.orderstream.delivery.dispatch.Received;
import dev.orderstream.delivery.outbox.NewEvent;
import dev.orderstream.delivery.outbox.Outbox;
import dev.orderstream.events.EmailEvent;
import dev.orderstream.events.Event;
import dev.orderstream.events.OrderEvent;
import dev.orderstream.orders.timeline.Timeline;
import dev.orderstream.orders.timeline.TimelineEntry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Merges whatever payments, shipping and email tell into the orders' facts and timelines.
///
/// One handler for all of them: a batch of any mixture locks its orders in one statement, in one
/// order, and so costs the same few round trips whatever is in it.
@ApplicationScoped
class RecordOnEvent implements EventHandler<Event> {

    private final OrderStates states;
    private final Timeline timeline;
    private final Outbox outbox;
    private final Clock clock;

    RecordOnEvent(OrderStates states, Timeline timeline, Outbox outbox, Clock clock) {
        this.states = states;
        this.timeline = timeline;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public Class<Event> eventType() {
        return Event.class;
    }

    /// What this service told itself is in its database already.
    @Override
    public boolean reactsTo(Class<? extends Event> payload) {
        return !OrderEvent.class.isAssignableFrom(payload);
    }

    @Override
    public void handle(List<Received<Event>> batch) {
        Map<UUID, OrderFacts> before = states.lock(turning(batch));
        Map<UUID, OrderFacts> changed = new HashMap<>();
        List<NewEvent> following = new ArrayList<>();
        List<TimelineEntry> entries = new ArrayList<>();
        for (Received<Event> received : batch) {
            UUID orderId = received.event().orderId();
            OrderFacts known = changed.getOrDefault(orderId, before.get(orderId));
            entries.add(entry(received, known));
            if (known == null) {
                continue;
            }
            OrderFacts merged = known.with(received.event());
            if (!merged.equals(known)) {
                changed.put(orderId, merged);
                OrderDecision.follows(orderId, known, merged).stream()
                        .map(event -> new NewEvent(event, clock.instant(), received.cause()))
                        .forEach(following::add);
            }
        }
        following.forEach(
                told -> entries.add(TimelineEntry.of(told.event(), told.id(), told.time())));
        states.write(changed);
        if (!timeline.add(entries)) {
            throw new UnknownOrderException();
        }
        outbox.append(following);
    }

    private static TimelineEntry entry(Received<Event> received, @Nullable OrderFacts known) {
        boolean askedToCancel = known != null && known.cancellationRequestedAt() != null;
        return askedToCancel
                ? TimelineEntry.ofCancelling(received.event(), received.id(), received.time())
                : TimelineEntry.of(received.event(), received.id(), received.time());
    }

    /// The orders whose facts may change; mails change none and need no lock.
    private static Set<UUID> turning(List<Received<Event>> batch) {
        return batch.stream()
                .map(Received::event)
                .filter(event -> !(event instanceof EmailEvent))
                .map(Event::orderId)
                .collect(Collectors.toSet());
    }
}
