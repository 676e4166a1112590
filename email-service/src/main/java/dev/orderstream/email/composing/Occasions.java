package dev.orderstream.email.composing;

import dev.orderstream.delivery.dispatch.EventHandler;
import dev.orderstream.delivery.dispatch.Received;
import dev.orderstream.events.Event;
import dev.orderstream.events.OrderEvent.OrderCancelled;
import dev.orderstream.events.OrderEvent.OrderCreated;
import dev.orderstream.events.PaymentEvent.PaymentActionRequired;
import dev.orderstream.events.PaymentEvent.PaymentFailed;
import dev.orderstream.events.PaymentEvent.PaymentRefunded;
import dev.orderstream.events.PaymentEvent.PaymentSucceeded;
import dev.orderstream.events.ShipmentEvent.ShipmentDelivered;
import dev.orderstream.events.ShipmentEvent.ShipmentDispatched;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Function;

/// Which event makes which mail: a method each.
///
/// Another occasion is a turn, a template and a method here.
@Singleton
class Occasions {

    private final Asking asking;

    Occasions(Asking asking) {
        this.asking = asking;
    }

    @Produces
    @Singleton
    EventHandler<OrderCreated> mailOnOrderCreated() {
        return handler(
                OrderCreated.class,
                received ->
                        new News(
                                received.event().orderId(),
                                new Turn.OrderReceived(),
                                OrderDetails.of(received.event()),
                                received.cause()));
    }

    @Produces
    @Singleton
    EventHandler<PaymentSucceeded> mailOnPaymentSucceeded() {
        return onTurn(PaymentSucceeded.class, event -> new Turn.PaymentSucceeded(event.amount()));
    }

    @Produces
    @Singleton
    EventHandler<PaymentFailed> mailOnPaymentFailed() {
        return onTurn(
                PaymentFailed.class,
                event -> new Turn.PaymentFailed(event.amount(), event.reason()));
    }

    @Produces
    @Singleton
    EventHandler<PaymentActionRequired> mailOnPaymentActionRequired() {
        return onTurn(
                PaymentActionRequired.class,
                event ->
                        new Turn.PaymentActionRequired(
                                event.amount(), event.actionUrl(), event.expiresAt()));
    }

    @Produces
    @Singleton
    EventHandler<ShipmentDispatched> mailOnShipmentDispatched() {
        return onTurn(
                ShipmentDispatched.class,
                event -> new Turn.ShipmentDispatched(event.carrier(), event.trackingNumber()));
    }

    @Produces
    @Singleton
    EventHandler<ShipmentDelivered> mailOnShipmentDelivered() {
        return onTurn(ShipmentDelivered.class, _ -> new Turn.ShipmentDelivered());
    }

    @Produces
    @Singleton
    EventHandler<OrderCancelled> mailOnOrderCancelled() {
        return onTurn(OrderCancelled.class, event -> new Turn.OrderCancelled(event.reason()));
    }

    @Produces
    @Singleton
    EventHandler<PaymentRefunded> mailOnPaymentRefunded() {
        return onTurn(PaymentRefunded.class, event -> new Turn.PaymentRefunded(event.amount()));
    }

    private <E extends Event> EventHandler<E> onTurn(Class<E> type, Function<E, Turn> turn) {
        return handler(
                type,
                received ->
                        new News(
                                received.event().orderId(),
                                turn.apply(received.event()),
                                null,
                                received.cause()));
    }

    private <E extends Event> EventHandler<E> handler(
            Class<E> type, Function<Received<E>, News> news) {
        return new EventHandler<>() {
            @Override
            public Class<E> eventType() {
                return type;
            }

            @Override
            public void handle(List<Received<E>> batch) {
                asking.ask(batch.stream().map(news).toList());
            }
        };
    }
}
