package dev.orderstream.shipping.dispatching;

import dev.orderstream.delivery.effects.Effects;
import dev.orderstream.delivery.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Merges news into the shipments they are about and does what follows, all in one transaction.
///
/// The rows are locked before anything is decided: this is the one place where a cancellation and
/// the hand-over to the carrier meet.
@ApplicationScoped
class Recording {

    private final Shipments shipments;
    private final Outbox outbox;
    private final Effects effects;
    private final ShippingConfig config;
    private final Clock clock;

    Recording(
            Shipments shipments,
            Outbox outbox,
            Effects effects,
            ShippingConfig config,
            Clock clock) {
        this.shipments = shipments;
        this.outbox = outbox;
        this.effects = effects;
        this.config = config;
        this.clock = clock;
    }

    void record(List<News> batch) {
        List<UUID> orderIds = batch.stream().map(News::orderId).distinct().sorted().toList();
        Map<UUID, ShipmentFacts> before = shipments.lock(orderIds);
        Map<UUID, ShipmentFacts> after = new LinkedHashMap<>(before);
        var telling = new Telling(config);
        for (News news : batch) {
            after.compute(news.orderId(), (_, facts) -> learn(facts, news, telling));
        }
        shipments.save(
                after.values().stream().filter(facts -> facts.knowsMoreThan(before)).toList());
        outbox.append(telling.events());
        effects.request(telling.effects());
    }

    private ShipmentFacts learn(@Nullable ShipmentFacts facts, News news, Telling telling) {
        var learnt =
                ShipmentDecision.learn(
                        Objects.requireNonNull(facts),
                        news.fact(),
                        HandOver.of(config.dispatch()),
                        clock.instant());
        learnt.news().forEach(fact -> telling.add(learnt.facts(), fact, news.cause()));
        return learnt.facts();
    }
}
