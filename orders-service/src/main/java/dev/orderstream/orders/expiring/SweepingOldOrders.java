package dev.orderstream.orders.expiring;

import dev.orderstream.delivery.outbox.Cause;
import dev.orderstream.delivery.outbox.NewEvent;
import dev.orderstream.events.OrderEvent.OrderCancellationRequested;
import dev.orderstream.orders.lifecycle.OrderFacts;
import dev.orderstream.orders.lifecycle.OrderStates;
import dev.orderstream.orders.lifecycle.OwnEvents;
import dev.orderstream.orders.reading.OrderIds;
import dev.orderstream.orders.timeline.CancellationReasons;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/// Looks at each order once, when it is past its time.
///
/// Ids are UUIDv7, so the primary key has the orders in the order of time: a watermark says how far
/// the sweep is, and its row lock keeps replicas from sweeping at once.
@ApplicationScoped
class SweepingOldOrders {

    /// Bounds how long the locks of one sweep are held.
    private static final int ORDERS_MAX = 500;

    private final OverdueOrders overdue;
    private final OrderStates states;
    private final OwnEvents events;
    private final ExpiryConfig config;

    SweepingOldOrders(
            OverdueOrders overdue, OrderStates states, OwnEvents events, ExpiryConfig config) {
        this.overdue = overdue;
        this.states = states;
        this.events = events;
        this.config = config;
    }

    /// Looks at the next orders.
    ///
    /// @return whether there may be more
    @Transactional
    boolean sweep(Instant now) {
        Optional<UUID> watermark = overdue.lockWatermark();
        if (watermark.isEmpty()) {
            return false;
        }
        List<OverdueOrders.Old> old =
                overdue.after(
                        watermark.get(), OrderIds.first(now.minus(config.after())), ORDERS_MAX);
        if (!old.isEmpty()) {
            take(old, now);
            overdue.moveWatermark(old.getLast().id());
        }
        overdue.removeEnded();
        return old.size() == ORDERS_MAX;
    }

    private void take(List<OverdueOrders.Old> old, Instant now) {
        Map<UUID, OrderFacts> open =
                states.lock(
                        old.stream()
                                .filter(order -> !order.ended())
                                .map(OverdueOrders.Old::id)
                                .collect(Collectors.toSet()));
        List<UUID> shown = new ArrayList<>();
        List<NewEvent> asked = new ArrayList<>();
        open.forEach((id, facts) -> {
            switch (ExpiryDecision.of(facts)) {
                case NOTHING -> {}
                case SHOW -> shown.add(id);
                case CANCEL -> {
                    shown.add(id);
                    asked.add(cancellation(id, now));
                }
            }
        });
        overdue.add(shown, now);
        Map<UUID, OrderFacts> _ = events.tell(open, asked);
    }

    private static NewEvent cancellation(UUID orderId, Instant now) {
        return new NewEvent(
                new OrderCancellationRequested(orderId, now, CancellationReasons.ORDER_EXPIRED),
                now,
                new Cause(null, null));
    }
}
