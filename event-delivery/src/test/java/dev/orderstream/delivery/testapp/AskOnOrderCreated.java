package dev.orderstream.delivery.testapp;

import dev.orderstream.delivery.dispatch.EventHandler;
import dev.orderstream.delivery.dispatch.Received;
import dev.orderstream.delivery.effects.Effects;
import dev.orderstream.delivery.effects.NewEffect;
import dev.orderstream.delivery.outbox.NewEvent;
import dev.orderstream.delivery.outbox.Outbox;
import dev.orderstream.events.OrderEvent.OrderCreated;
import dev.orderstream.events.ShipmentEvent.ShipmentPrepared;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// Notes the order, tells an event and asks for a call; trips over one payment method.
@ApplicationScoped
public class AskOnOrderCreated implements EventHandler<OrderCreated> {

    /// An order with this payment method is a bug in the handler.
    public static final String TRIPS = "pm_trips_the_handler";

    private final Seen seen;
    private final Outbox outbox;
    private final Effects effects;
    private final AtomicInteger batches = new AtomicInteger();

    AskOnOrderCreated(Seen seen, Outbox outbox, Effects effects) {
        this.seen = seen;
        this.outbox = outbox;
        this.effects = effects;
    }

    @Override
    public Class<OrderCreated> eventType() {
        return OrderCreated.class;
    }

    @Override
    public void handle(List<Received<OrderCreated>> batch) {
        batches.incrementAndGet();
        for (var received : batch) {
            OrderCreated order = received.event();
            seen.add(order.orderId(), "created");
            if (order.paymentMethod().equals(TRIPS)) {
                throw new IllegalStateException("tripped");
            }
            outbox.append(
                    new NewEvent(
                            new ShipmentPrepared(order.orderId(), order.orderId(), received.time()),
                            received.time(),
                            received.cause()));
            effects.request(
                    List.of(
                            new NewEffect(
                                    "call",
                                    order.orderId(),
                                    "",
                                    new CallOutside.Input(order.paymentMethod()),
                                    received.time(),
                                    received.cause())));
        }
    }

    public int batches() {
        return batches.get();
    }
}
