package dev.orderstream.delivery.effects;

import dev.orderstream.delivery.database.AfterCommit;
import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The calls to the outside world that business transactions ask for.
@ApplicationScoped
public class Effects {

    /// In the order of what is stopped: answers are recorded after the calls.
    static final int STOPPED = 1000;

    private final Map<String, EffectWorker<?, ?>> workers;
    private final Clock clock;

    Effects(
            @All List<EffectHandler<?, ?>> handlers,
            EffectStore store,
            EffectRecorder recorder,
            EffectsConfig config,
            AfterCommit afterCommit,
            Clock clock) {
        this.clock = clock;
        this.workers =
                handlers.stream()
                        .map(handler ->
                                new EffectWorker<>(handler, store, recorder, config, afterCommit))
                        .collect(Collectors.toMap(EffectWorker::kind, Function.identity()));
    }

    /// Asks for these calls in the current transaction; they are made after it commits.
    ///
    /// A call that the order already has of the same kind and subject is not asked for again.
    public void request(List<NewEffect> effects) {
        effects.stream().collect(Collectors.groupingBy(NewEffect::kind)).forEach(this::request);
    }

    private void request(String kind, List<NewEffect> effects) {
        EffectWorker<?, ?> worker = workers.get(kind);
        if (worker == null) {
            throw new IllegalArgumentException("no EffectHandler makes the kind " + kind);
        }
        worker.request(effects, clock.instant());
    }

    void start(@Observes @Priority(Integer.MAX_VALUE) StartupEvent event) {
        workers.values().forEach(EffectWorker::start);
    }

    void stop(@Observes @Priority(STOPPED) Shutdown event) {
        workers.values().forEach(EffectWorker::stop);
    }
}
