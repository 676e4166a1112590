package dev.orderstream.delivery.effects;

import dev.orderstream.delivery.database.AfterCommit;
import dev.orderstream.delivery.database.Failure;
import dev.orderstream.delivery.outbox.Ids;
import dev.orderstream.delivery.supervision.VitalThread;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/// Takes due effects of one kind and makes their calls, each on a virtual thread of its own.
///
/// It takes no more than it has room for, so that nothing waits under a lease. What is asked for
/// while there is room it begins at once, with the commit that asks for it; the rest, and what is
/// due later, it claims.
final class EffectWorker<I, R> {

    private static final Logger LOG = Logger.getLogger(EffectWorker.class);

    /// So long a claim waits for half of the places to be free. Calls that hang hold it up no
    /// longer.
    private static final Duration ROOM_WAIT = Duration.ofMillis(20);

    /// So long a stop waits for a claim that is under way.
    private static final Duration CLAIM_MAX = Duration.ofSeconds(5);

    private final EffectHandler<I, R> handler;
    private final EffectStore store;
    private final EffectRecorder recorder;
    private final EffectsConfig config;
    private final AfterCommit afterCommit;
    private final Semaphore room;
    private final Semaphore wakeUp = new Semaphore(0);
    private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();
    private final Thread claimer;
    private volatile boolean stopping;

    /// Whether older effects may wait: nothing new overtakes them.
    private volatile boolean behind = true;

    /// Since when that was due which was claimed last. What was due before is claimed too, but the
    /// index steps over it until it is vacuumed.
    private Instant claimedUpTo = Instant.EPOCH;

    private long lookedAtAllNanos = System.nanoTime();

    /// When the database last failed a claim, or none had been tried.
    private long failedNanos = System.nanoTime();

    EffectWorker(
            EffectHandler<I, R> handler,
            EffectStore store,
            EffectRecorder recorder,
            EffectsConfig config,
            AfterCommit afterCommit) {
        this.afterCommit = afterCommit;
        this.handler = handler;
        this.store = store;
        this.recorder = recorder;
        this.config = config;
        this.room = new Semaphore(config.concurrency());
        this.claimer = VitalThread.unstarted("effects-" + handler.kind(), this::work);
    }

    String kind() {
        return handler.kind();
    }

    void start() {
        claimer.start();
    }

    /// Lets what is claimed be begun, and calls that are under way be answered; their leases
    /// outlive a hard stop.
    void stop() {
        stopping = true;
        wake();
        try {
            if (claimer.isAlive() && !claimer.join(CLAIM_MAX)) {
                LOG.warnf("a claim of effects of kind %s goes on too long", kind());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        calls.close();
    }

    /// Stores these in the current transaction; they are begun or claimed once it commits.
    void request(List<NewEffect> effects, Instant now) {
        int places = behind || stopping ? 0 : reserve(effects.size());
        int free = places;
        List<Requested> requests = new ArrayList<>();
        for (NewEffect effect : effects) {
            boolean begun = free > 0 && !effect.dueAt().isAfter(now);
            free -= begun ? 1 : 0;
            requests.add(new Requested(Ids.next(), effect, begun));
        }
        room.release(free);
        int reserved = places - free;
        Set<UUID> added;
        try {
            added = store.insert(requests, config.lease());
        } catch (RuntimeException e) {
            room.release(reserved);
            throw e;
        }
        List<Requested> begun =
                requests.stream().filter(r -> r.begun() && added.contains(r.id())).toList();
        room.release(reserved - begun.size());
        boolean rest = added.size() > begun.size();
        afterCommit.run(() -> begin(begun, now, rest), () -> giveBack(begun, now));
    }

    /// The commit failed, or was not answered: then they are stored and wait for us.
    private void giveBack(List<Requested> requests, Instant now) {
        requests.forEach(request ->
                giveBack(effect(request, now), "the commit that asked for it was not answered"));
    }

    /// It was not made, and whoever comes next makes it.
    private void giveBack(Effect<I> effect, String why) {
        room.release();
        recorder.record(handler, effect, Attempt.again(Duration.ZERO, why));
    }

    private int reserve(int most) {
        int reserved = 0;
        while (reserved < most && room.tryAcquire()) {
            reserved++;
        }
        return reserved;
    }

    private void begin(List<Requested> begun, Instant now, boolean rest) {
        for (Requested request : begun) {
            execute(new Claimed<>(effect(request, now), request.effect().dueAt(), false));
        }
        if (rest) {
            wake();
        }
    }

    private Effect<I> effect(Requested request, Instant now) {
        NewEffect asked = request.effect();
        return new Effect<>(
                request.id(),
                asked.orderId(),
                asked.subject(),
                handler.inputType().cast(asked.input()),
                1,
                now,
                asked.cause());
    }

    private void execute(Claimed<I> claimed) {
        try {
            calls.execute(() -> perform(claimed));
        } catch (RejectedExecutionException e) {
            giveBack(claimed.effect(), "the process stopped");
        }
    }

    private void wake() {
        wakeUp.release();
    }

    private void work() {
        while (!stopping) {
            try {
                behind = !claimAndPerform();
                if (!behind
                        && wakeUp.tryAcquire(
                                config.pollInterval().toMillis(), TimeUnit.MILLISECONDS)) {
                    wakeUp.drainPermits();
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                failedNanos = System.nanoTime();
                LOG.warnf(e, "effects of kind %s were not claimed (%s)", kind(), Failure.of(e));
                pause(Duration.ofSeconds(1));
            }
        }
    }

    /// @return whether nothing more was due
    private boolean claimAndPerform() throws InterruptedException {
        int places = awaitRoom();
        List<Claimed<I>> claimed = List.of();
        try {
            claimed = stopping || recorder.isBehind() ? List.of() : claim(since(), places);
        } finally {
            room.release(places - claimed.size());
        }
        claimedUpTo =
                claimed.stream()
                        .map(Claimed::dueAt)
                        .max(Comparator.naturalOrder())
                        .orElse(claimedUpTo);
        claimed.forEach(this::execute);
        return claimed.size() < places;
    }

    /// Takes all free places, at least one. A claim is a transaction, however little it takes: when
    /// much is due, one for each place that becomes free would keep the rest waiting.
    private int awaitRoom() throws InterruptedException {
        int many = Math.max(1, config.concurrency() / 2);
        int taken = many;
        if (!room.tryAcquire(many, ROOM_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
            room.acquire();
            taken = 1;
        }
        return taken + room.drainPermits();
    }

    /// Looks on where it was, and now and then for what became due behind it.
    private Instant since() {
        long now = System.nanoTime();
        if (now - lookedAtAllNanos < config.pollInterval().toNanos()) {
            return claimedUpTo;
        }
        lookedAtAllNanos = now;
        return Instant.EPOCH;
    }

    private List<Claimed<I>> claim(Instant since, int places) {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        store.claim(
                                kind(),
                                handler.inputType(),
                                since,
                                takesLost(),
                                places,
                                config.lease()));
    }

    /// Not when the database has just come back, or we have: another process may hold answers that
    /// it could not record meanwhile, and records them now.
    private boolean takesLost() {
        return System.nanoTime() - failedNanos > config.lease().toNanos() / 3;
    }

    private void perform(Claimed<I> claimed) {
        Effect<I> effect = claimed.effect();
        try {
            Attempt<R> attempt =
                    claimed.abandoned() ? handler.resume(effect) : handler.perform(effect);
            recorder.record(handler, effect, attempt);
        } catch (RuntimeException e) {
            LOG.errorf(e, "effect %s of kind %s failed in our own code", effect.id(), kind());
            if (!handler.atMostOnce()) {
                Duration delay = Backoff.after(effect.attempt(), config.backoffMax());
                recorder.record(handler, effect, Attempt.again(delay, problem(e)));
            }
            // Else it may have been made: its lease runs out and the handler is asked to resume.
        } finally {
            // The place is free once the call is over; recording goes on by itself.
            room.release();
        }
    }

    private static String problem(RuntimeException e) {
        return "error of ours: " + e.getClass().getSimpleName();
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
