package dev.orderstream.payments.charging;

import dev.orderstream.delivery.dispatch.EventHandler;
import dev.orderstream.delivery.dispatch.Received;
import dev.orderstream.events.OrderEvent.OrderCancelled;
import dev.orderstream.payments.charging.Learning.Learnt;
import dev.orderstream.payments.charging.PaymentFacts.Cancelled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// Gives back what was captured for a cancelled order, and keeps one from being charged afterwards.
@ApplicationScoped
class RefundOnOrderCancelled implements EventHandler<OrderCancelled> {

    private final Payments payments;
    private final Learning learning;

    RefundOnOrderCancelled(Payments payments, Learning learning) {
        this.payments = payments;
        this.learning = learning;
    }

    @Override
    public Class<OrderCancelled> eventType() {
        return OrderCancelled.class;
    }

    @Override
    public void handle(List<Received<OrderCancelled>> batch) {
        payments.addPlaceholders(
                batch.stream().map(cancelled -> cancelled.event().orderId()).distinct().toList());
        learning.learn(batch.stream().map(RefundOnOrderCancelled::learnt).toList());
    }

    private static Learnt learnt(Received<OrderCancelled> received) {
        Cancelled cancelled = new Cancelled(received.event().cancelledAt(), received.cause());
        return new Learnt(
                received.event().orderId(), facts -> facts.with(cancelled), received.cause());
    }
}
