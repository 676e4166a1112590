package dev.orderstream.delivery.effects;

import dev.orderstream.delivery.database.Failure;
import dev.orderstream.delivery.supervision.VitalThread;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
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
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Records the answers of calls: all that came in meanwhile in one transaction.
///
/// One thread records; answers gather for a configured moment, unless a whole batch waits already,
/// and while a commit is on its way to the disk.
@ApplicationScoped
class EffectRecorder {

    private static final Logger LOG = Logger.getLogger(EffectRecorder.class);
    private static final int BATCH_MAX = 256;
    private static final Duration RETRY_MAX = Duration.ofSeconds(5);

    /// How long a stop waits for the last answers; leases bring back what is not recorded then.
    private static final Duration STOP_MAX = Duration.ofSeconds(10);

    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    private record Answer<I, R>(
            EffectHandler<I, R> handler, Effect<I> effect, Attempt<R> attempt, long cameNanos) {}

    private final EffectStore store;
    private final EffectsConfig config;
    private final BlockingQueue<Answer<?, ?>> answers = new LinkedBlockingQueue<>();
    private final Thread recorder = VitalThread.unstarted("effects-recorder", this::work);

    /// The first of those that are being stored.
    private volatile @Nullable Answer<?, ?> storing;

    private volatile boolean stopping;

    EffectRecorder(EffectStore store, EffectsConfig config) {
        this.store = store;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        recorder.start();
    }

    /// Records what the last calls were answered; the calls have ended before.
    void stop(@Observes @Priority(Effects.STOPPED + 1) Shutdown event) throws InterruptedException {
        stopping = true;
        if (recorder.isAlive() && !recorder.join(STOP_MAX)) {
            recorder.interrupt();
        }
    }

    <I, R> void record(EffectHandler<I, R> handler, Effect<I> effect, Attempt<R> attempt) {
        answers.add(new Answer<>(handler, effect, attempt, System.nanoTime()));
    }

    /// Whether answers have been waiting for long. Their leases run out meanwhile: whoever claims
    /// now takes calls for lost whose answer is here.
    boolean isBehind() {
        return isOld(storing) || isOld(answers.peek());
    }

    /// A third of a lease: before, the calls themselves take of it.
    private boolean isOld(@Nullable Answer<?, ?> answer) {
        return answer != null
                && System.nanoTime() - answer.cameNanos() > config.lease().toNanos() / 3;
    }

    private void work() {
        try {
            while (recordNext() || !stopping) {
                // Goes on.
            }
        } catch (InterruptedException e) {
            LOG.debugf("stopped; leases bring back what was not recorded");
        }
    }

    /// @return whether there was anything to record
    private boolean recordNext() throws InterruptedException {
        Answer<?, ?> first = answers.poll(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        if (first == null) {
            return false;
        }
        storing = first;
        if (!stopping && answers.size() < BATCH_MAX) {
            Thread.sleep(config.recordInterval());
        }
        List<Answer<?, ?>> batch = new ArrayList<>(List.of(first));
        answers.drainTo(batch, BATCH_MAX - 1);
        store(batch);
        storing = null;
        return true;
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
                Thread.sleep(Backoff.after(attempt, retryMax()));
            }
        }
    }

    /// Well below the time for which other workers leave these to us.
    private Duration retryMax() {
        Duration part = config.lease().dividedBy(6);
        return part.compareTo(RETRY_MAX) < 0 ? part : RETRY_MAX;
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
        if (handler.atMostOnce() || bad.attempt() instanceof Attempt.Again<?>) {
            // Its lease runs out: the call is made again, or the handler says that its outcome is
            // unknown.
            return;
        }
        Duration delay = Backoff.after(bad.effect().attempt(), config.backoffMax());
        store(handler, List.of(postponed(bad, delay)));
    }

    private static <I, R> Answer<I, R> postponed(Answer<I, R> answer, Duration delay) {
        return new Answer<>(
                answer.handler(),
                answer.effect(),
                Attempt.again(delay, "the answer could not be recorded"),
                answer.cameNanos());
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
