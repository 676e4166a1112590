package dev.orderstream.orders.placing;

import dev.orderstream.delivery.database.Failure;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/// Places what all requests of a moment order in one transaction.
///
/// A request that comes alone is placed at once. While a commit is on its way to the disk others
/// gather, so that the more there are the less each of them costs.
@ApplicationScoped
class PlacingDesk {

    private static final int BATCH_MAX = 64;

    /// Large orders share a transaction with few others: all of a batch is in memory several times.
    private static final int BATCH_BYTES_MAX = 2_000_000;

    /// An order that nobody has taken up by then is refused: the database hangs.
    private static final Duration TAKEN_UP_WITHIN = Duration.ofSeconds(5);

    /// One gathers while the other commits.
    private static final int CLERKS = 2;

    private final PlacingAnOrder placing;
    private final AtomicInteger open;
    private final Queue<Waiting> queue = new ConcurrentLinkedQueue<>();
    private final ExecutorService clerks =
            Executors.newFixedThreadPool(
                    CLERKS, Thread.ofPlatform().daemon().name("orders-placing-", 1).factory());

    private record Waiting(Draft draft, CompletableFuture<Placed> answer) {}

    PlacingDesk(PlacingAnOrder placing, MeterRegistry meters) {
        this.placing = placing;
        this.open =
                Objects.requireNonNull(
                        meters.gauge("orderstream.orders.placing", new AtomicInteger()));
    }

    /// So many orders are waiting for their commit.
    int open() {
        return open.get();
    }

    void stop(@Observes Shutdown event) {
        clerks.close();
    }

    /// Returns once the order is committed, or is not going to be; a failure to store it is thrown
    /// as it was.
    Placed place(Draft draft) {
        Waiting waiting = new Waiting(draft, new CompletableFuture<>());
        open.incrementAndGet();
        try {
            queue.add(waiting);
            return callAClerk() ? answer(waiting) : late(waiting);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("the order was not stored", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted: the order may be stored", e);
        } finally {
            open.decrementAndGet();
        }
    }

    /// @return whether one comes; none does once the process stops
    private boolean callAClerk() {
        try {
            clerks.execute(this::serve);
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    private Placed answer(Waiting waiting) throws ExecutionException, InterruptedException {
        try {
            return waiting.answer().get(TAKEN_UP_WITHIN.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            return late(waiting);
        }
    }

    /// One that nobody took up is taken back; one that is just being stored is waited for.
    private Placed late(Waiting waiting) throws ExecutionException, InterruptedException {
        return queue.remove(waiting) ? new Placed.NotTakenUp() : waiting.answer().get();
    }

    /// Runs once for each request, and finds nothing when an earlier run took it along.
    private void serve() {
        List<Waiting> batch = next();
        if (!batch.isEmpty()) {
            place(batch);
        }
    }

    private List<Waiting> next() {
        List<Waiting> batch = new ArrayList<>();
        int bytes = 0;
        while (batch.size() < BATCH_MAX && bytes < BATCH_BYTES_MAX) {
            Waiting waiting = queue.poll();
            if (waiting == null) {
                break;
            }
            batch.add(waiting);
            bytes += waiting.draft().bytes();
        }
        return batch;
    }

    private void place(List<Waiting> batch) {
        try {
            List<Placed> placed =
                    QuarkusTransaction.requiringNew()
                            .call(() -> placing.place(batch.stream().map(Waiting::draft).toList()));
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).answer().complete(placed.get(i));
            }
        } catch (RuntimeException e) {
            if (batch.size() > 1 && Failure.of(e) != Failure.UNAVAILABLE) {
                // All of it is rolled back: one that cannot be stored does not fail the others.
                batch.forEach(waiting -> place(List.of(waiting)));
            } else {
                batch.forEach(waiting -> waiting.answer().completeExceptionally(e));
            }
        } catch (Error e) {
            batch.forEach(waiting -> waiting.answer().completeExceptionally(e));
            throw e;
        }
    }
}
