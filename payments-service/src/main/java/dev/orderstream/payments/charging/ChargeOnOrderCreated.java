package dev.orderstream.payments.charging;

import dev.orderstream.delivery.dispatch.EventHandler;
import dev.orderstream.delivery.dispatch.Received;
import dev.orderstream.delivery.effects.Effects;
import dev.orderstream.delivery.effects.NewEffect;
import dev.orderstream.events.OrderEvent.OrderCreated;
import dev.orderstream.payments.charging.Learning.Learnt;
import dev.orderstream.payments.charging.PaymentFacts.Ordered;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Has each new order charged, once whatever comes twice.
@ApplicationScoped
class ChargeOnOrderCreated implements EventHandler<OrderCreated> {

    private final Payments payments;
    private final Learning learning;
    private final Effects effects;
    private final Clock clock;

    ChargeOnOrderCreated(Payments payments, Learning learning, Effects effects, Clock clock) {
        this.payments = payments;
        this.learning = learning;
        this.effects = effects;
        this.clock = clock;
    }

    @Override
    public Class<OrderCreated> eventType() {
        return OrderCreated.class;
    }

    /// Nearly every order is new here: its row and its call are written without reading anything.
    @Override
    public void handle(List<Received<OrderCreated>> batch) {
        Map<UUID, Received<OrderCreated>> orders =
                batch.stream()
                        .collect(
                                Collectors.toMap(
                                        created -> created.event().orderId(),
                                        Function.identity(),
                                        (first, again) -> first,
                                        LinkedHashMap::new));
        Instant now = clock.instant();
        List<NewEffect> calls = new ArrayList<>();
        for (PaymentId added :
                payments.add(orders.values().stream().map(Received::event).toList())) {
            Received<OrderCreated> created = Objects.requireNonNull(orders.remove(added.orderId()));
            PaymentFacts facts = PaymentFacts.NONE.with(ordered(created.event()));
            Calls.between(added, PaymentFacts.NONE, facts)
                    .ifPresent(call -> calls.add(call.due(now, created.cause())));
        }
        effects.request(calls);
        learning.learn(orders.values().stream().map(ChargeOnOrderCreated::learnt).toList());
    }

    private static Learnt learnt(Received<OrderCreated> created) {
        Ordered ordered = ordered(created.event());
        return new Learnt(created.event().orderId(), facts -> facts.with(ordered), created.cause());
    }

    private static Ordered ordered(OrderCreated order) {
        return new Ordered(order.total(), order.paymentMethod());
    }
}
