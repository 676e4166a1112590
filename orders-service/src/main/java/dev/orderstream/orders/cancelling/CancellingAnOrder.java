package dev.orderstream.orders.cancelling;

import dev.orderstream.delivery.outbox.Cause;
import dev.orderstream.delivery.outbox.NewEvent;
import dev.orderstream.delivery.trace.Traces;
import dev.orderstream.events.OrderEvent.OrderCancellationRequested;
import dev.orderstream.orders.lifecycle.OrderFacts;
import dev.orderstream.orders.lifecycle.OrderStates;
import dev.orderstream.orders.lifecycle.OwnEvents;
import dev.orderstream.orders.problems.ProblemCode;
import dev.orderstream.orders.reading.Caller;
import dev.orderstream.orders.reading.OrderView;
import dev.orderstream.orders.reading.Orders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Asks shipping, once, not to send an order; decided under the order's lock.
@ApplicationScoped
class CancellingAnOrder {

    private final Orders orders;
    private final OrderStates states;
    private final OwnEvents events;
    private final Traces traces;
    private final Clock clock;

    CancellingAnOrder(
            Orders orders, OrderStates states, OwnEvents events, Traces traces, Clock clock) {
        this.orders = orders;
        this.states = states;
        this.events = events;
        this.traces = traces;
        this.clock = clock;
    }

    /// Cancels the order as far as this service can, or finds that it was asked for before.
    ///
    /// @param reason why, in the asker's words
    @Transactional
    Cancelling cancel(UUID id, Caller caller, @Nullable String reason) {
        return orders.visible(id, caller)
                .map(order -> cancel(order, reason))
                .orElseGet(Cancelling.Unknown::new);
    }

    private Cancelling cancel(OrderView order, @Nullable String reason) {
        Map<UUID, OrderFacts> locked = states.lock(Set.of(order.id()));
        OrderFacts facts = locked.getOrDefault(order.id(), OrderFacts.NONE);
        return switch (CancellationDecision.of(facts)) {
            case CancellationDecision.Ask() -> ask(order, locked, reason);
            case CancellationDecision.Known() -> new Cancelling.Accepted(order.with(facts));
            case CancellationDecision.TooLate(String detail) ->
                    new Cancelling.Refused(ProblemCode.CANCELLATION_TOO_LATE, detail);
            case CancellationDecision.Ended(String detail) ->
                    new Cancelling.Refused(ProblemCode.ORDER_ALREADY_ENDED, detail);
        };
    }

    private Cancelling ask(OrderView order, Map<UUID, OrderFacts> locked, @Nullable String reason) {
        Instant now = clock.instant();
        NewEvent told =
                new NewEvent(
                        new OrderCancellationRequested(order.id(), now, reason),
                        now,
                        Cause.request(traces.current()));
        OrderFacts facts =
                events.tell(locked, List.of(told)).getOrDefault(order.id(), OrderFacts.NONE);
        return new Cancelling.Accepted(order.with(facts));
    }
}
