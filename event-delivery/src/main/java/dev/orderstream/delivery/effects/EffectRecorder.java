package dev.orderstream.delivery.effects;

import dev.orderstream.delivery.database.Failure;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/// Records the answers of calls: all that came in meanwhile in one transaction.
///
/// One thread records; answers gather for a configured moment, unless a whole batch waits already,
/// and while a commit is on its way to the disk.
@ApplicationScoped
class EffectRecorder {

    private static final Logger LOG = Logger.getLogger(EffectRecorder.class);
    private static final int BATCH_MAX = 256;
    private static final Duration RETRY_MAX = Duration.ofSeconds(5);

    private record Answer<I, R>(
            EffectHandler<I, R> handler, Effect<I> effect, Attempt<R> attempt) {}

    private final EffectStore store;
    private final EffectsConfig config;
    private final BlockingQueue<Answer<?, ?>> answers = new LinkedBlockingQueue<>();
    private final Thread recorder =
            Thread.ofPlatform().daemon().name("effects-recorder").unstarted(this::work);

    EffectRecorder(EffectStore store, EffectsConfig config) {
        this.store = store;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        recorder.start();
    }

    void stop(@Observes Shutdown event) {
        recorder.interrupt();
    }

    <I, R> void record(EffectHandler<I, R> handler, Effect<I> effect, Attempt<R> attempt) {
        answers.add(new Answer<>(handler, effect, attempt));
    }

    private void work() {
        List<Answer<?, ?>> batch = new ArrayList<>();
        try {
            while (true) {
                batch.add(answers.take());
                if (answers.size() < BATCH_MAX) {
                    Thread.sleep(config.recordInterval());
                }
                answers.drainTo(batch, BATCH_MAX - 1);
                store(batch);
                batch.clear();
            }
        } catch (InterruptedException e) {
            LOG.debugf("stopped; leases bring back what was not recorded");
        }
    }

    /// A transaction a handler, so that each locks its rows in one order.
    private void store(List<Answer<?, ?>> batch) throws InterruptedException {
        var byHandler = batch.stream().collect(Collectors.groupingBy(Answer::handler));
        for (var answers : byHandler.entrySet()) {
            store(answers.getKey(), answers.getValue());
        }
    }

    /// Stores answers of one handler; a batch that fails is split until the one bad answer is
    /// alone.
    private void store(EffectHandler<?, ?> handler, List<Answer<?, ?>> answers)
            throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                QuarkusTransaction.requiringNew().run(() -> storeAll(handler, answers));
                return;
            } catch (RuntimeException e) {
                if (Failure.of(e) == Failure.PERMANENT) {
                    isolate(handler, answers, e);
                    return;
                }
                Thread.sleep(Backoff.after(attempt, RETRY_MAX));
            }
        }
    }

    private void isolate(
            EffectHandler<?, ?> handler, List<Answer<?, ?>> answers, RuntimeException failure)
            throws InterruptedException {
        if (answers.size() > 1) {
            store(handler, answers.subList(0, answers.size() / 2));
            store(handler, answers.subList(answers.size() / 2, answers.size()));
            return;
        }
        Answer<?, ?> bad = answers.getFirst();
        LOG.errorf(failure, "the answer of effect %s could not be recorded", bad.effect().id());
        if (handler.atMostOnce()) {
            // It was made: its lease runs out, and the handler answers that the outcome is unknown.
            return;
        }
        Duration delay = Backoff.after(bad.effect().attempt(), config.backoffMax());
        store(handler, List.of(postponed(bad, delay)));
    }

    private static <I, R> Answer<I, R> postponed(Answer<I, R> answer, Duration delay) {
        return new Answer<>(
                answer.handler(),
                answer.effect(),
                Attempt.again(delay, "the answer could not be recorded"));
    }

    private <I, R> void storeAll(EffectHandler<I, R> handler, List<Answer<?, ?>> answers) {
        List<Performed<I, R>> performed = new ArrayList<>();
        for (Answer<?, ?> answer : answers) {
            // Grouped by handler: its answers have its types.
            @SuppressWarnings("unchecked")
            Answer<I, R> own = (Answer<I, R>) answer;
            switch (own.attempt()) {
                case Attempt.Answered<R>(R result) ->
                        performed.add(new Performed<>(own.effect(), result));
                case Attempt.Again<R>(Duration after, String problem) ->
                        store.postpone(handler.kind(), own.effect(), after, problem);
            }
        }
        if (!performed.isEmpty()) {
            Set<UUID> held =
                    store.finish(
                            handler.kind(), performed.stream().map(Performed::effect).toList());
            handler.record(performed.stream().filter(p -> held.contains(p.effect().id())).toList());
        }
    }
}
