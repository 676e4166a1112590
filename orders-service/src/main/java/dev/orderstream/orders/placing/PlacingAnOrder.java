package dev.orderstream.orders.placing;

import dev.orderstream.delivery.outbox.Cause;
import dev.orderstream.delivery.outbox.Outbox;
import dev.orderstream.delivery.trace.Traces;
import dev.orderstream.events.Money;
import dev.orderstream.orders.content.OrderContent;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Stores orders, their keys and their events.
@ApplicationScoped
class PlacingAnOrder {

    private final PlacedOrders orders;
    private final Outbox outbox;
    private final Traces traces;
    private final Clock clock;

    PlacingAnOrder(PlacedOrders orders, Outbox outbox, Traces traces, Clock clock) {
        this.orders = orders;
        this.outbox = outbox;
        this.traces = traces;
        this.clock = clock;
    }

    /// Writes down what the current request orders.
    Draft draft(IdempotencyKey key, OrderContent content, Money total) {
        return Draft.of(key, content, total, clock.instant(), Cause.request(traces.current()));
    }

    /// Places these orders, or finds those that their keys stand for, in the current transaction.
    ///
    /// @return what came of each, in their order
    List<Placed> place(List<Draft> drafts) {
        Set<UUID> placed = orders.insert(drafts);
        outbox.append(
                drafts.stream().filter(d -> placed.contains(d.id())).map(Draft::told).toList());
        return drafts.stream().map(draft -> outcome(draft, placed)).toList();
    }

    private Placed outcome(Draft draft, Set<UUID> placed) {
        return placed.contains(draft.id())
                ? new Placed.New(draft.view())
                : orders.find(draft.key(), draft.hash()).orElseGet(Placed.KeyInUse::new);
    }
}
