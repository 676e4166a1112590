package dev.orderstream.delivery.effects;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Shows the calls of each kind that are open: the same on every replica.
@ApplicationScoped
class EffectGauges {

    private static final String NAME = "orderstream.effects.";

    private final List<String> kinds;
    private final EffectStore store;

    EffectGauges(@All List<EffectHandler<?, ?>> handlers, EffectStore store) {
        this.kinds = handlers.stream().map(EffectHandler::kind).toList();
        this.store = store;
    }

    void start(@Observes StartupEvent event, MeterRegistry meters) {
        for (String kind : kinds) {
            Gauge.builder(NAME + "due", () -> store.backlog(kind).due())
                    .description("Calls whose time has come that have no answer yet")
                    .tag("kind", kind)
                    .register(meters);
            Gauge.builder(NAME + "troubled", () -> store.backlog(kind).troubled())
                    .description("Open calls whose last attempt did not succeed")
                    .tag("kind", kind)
                    .register(meters);
            TimeGauge.builder(
                            NAME + "oldest",
                            () -> store.backlog(kind).oldestSeconds(),
                            TimeUnit.SECONDS)
                    .description("How long ago the oldest open call was first tried, or was to be")
                    .tag("kind", kind)
                    .register(meters);
        }
    }
}
