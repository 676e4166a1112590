package dev.orderstream.payments.charging;

import dev.orderstream.delivery.dispatch.EventHandler;
import dev.orderstream.delivery.dispatch.Received;
import dev.orderstream.events.OrderEvent.OrderCancelled;
import dev.orderstream.payments.charging.Learning.Learnt;
import dev.orderstream.payments.charging.PaymentFacts.Cancelled;
import dev.orderstream.payments.charging.PaymentFacts.Withdrawn;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Gives back what was captured for a cancelled order, and keeps one from being charged afterwards.
@ApplicationScoped
class RefundOnOrderCancelled implements EventHandler<OrderCancelled> {

    private final Payments payments;
    private final Charges charges;
    private final Learning learning;
    private final Clock clock;

    RefundOnOrderCancelled(Payments payments, Charges charges, Learning learning, Clock clock) {
        this.payments = payments;
        this.charges = charges;
        this.learning = learning;
        this.clock = clock;
    }

    @Override
    public Class<OrderCancelled> eventType() {
        return OrderCancelled.class;
    }

    @Override
    public void handle(List<Received<OrderCancelled>> batch) {
        List<UUID> orders =
                batch.stream().map(cancelled -> cancelled.event().orderId()).distinct().toList();
        payments.addPlaceholders(orders);
        Withdrawn withdrawn = new Withdrawn(null, clock.instant());
        Set<UUID> neverAsked = charges.withdraw(orders);
        learning.learn(
                batch.stream().map(cancelled -> learnt(cancelled, neverAsked, withdrawn)).toList());
    }

    private static Learnt learnt(
            Received<OrderCancelled> received, Set<UUID> neverAsked, Withdrawn withdrawn) {
        UUID order = received.event().orderId();
        Cancelled cancelled = new Cancelled(received.event().cancelledAt(), received.cause());
        return new Learnt(
                order,
                facts ->
                        neverAsked.contains(order)
                                ? facts.with(cancelled).with(withdrawn)
                                : facts.with(cancelled),
                received.cause());
    }
}
