package dev.orderstream.localstack.process;

import dev.orderstream.localstack.StackException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A child that is started again whenever it ends, until it is stopped.
public final class Supervised {

    /// Hears of each start and each unwanted end.
    public interface Listener {

        void started(ProcessIdentity child, int restarts);

        void ended(String name, String how, Duration restartIn);
    }

    private final String name;
    private final Supplier<ChildSpec> spec;
    private final Listener listener;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile @Nullable ChildProcess child;
    private int restarts;

    public Supervised(String name, Supplier<ChildSpec> spec, Listener listener) {
        this.name = name;
        this.spec = spec;
        this.listener = listener;
    }

    public String name() {
        return name;
    }

    /// Starts the child, and watches it from a thread of its own.
    public void start() {
        var first = startChild();
        Thread.ofPlatform().daemon().name("supervise-" + name).start(() -> supervise(first));
    }

    /// Ends the child; it is not started again.
    public void stop(Duration patience) {
        stopping.countDown();
        synchronized (this) {
            var running = child;
            if (running != null) {
                running.stop(patience);
            }
        }
    }

    private void supervise(ChildProcess first) {
        var backoff = new Backoff();
        var running = first;
        while (true) {
            var startedAt = System.nanoTime();
            running.onExit().join();
            var wait = backoff.after(Duration.ofNanos(System.nanoTime() - startedAt));
            if (stopped(Duration.ZERO)) {
                return;
            }
            listener.ended(name, "ended with code " + running.exitCode(), wait);
            var next = restart(backoff, wait);
            if (next == null) {
                return;
            }
            running = next;
        }
    }

    /// Null when the child was stopped meanwhile.
    private @Nullable ChildProcess restart(Backoff backoff, Duration firstWait) {
        var wait = firstWait;
        while (!stopped(wait)) {
            try {
                restarts++;
                return startChild();
            } catch (RuntimeException e) {
                // Nobody else would start the child again, so no fault ends the trying
                wait = backoff.after(Duration.ZERO);
                listener.ended(name, StackException.told(e), wait);
            }
        }
        return null;
    }

    private synchronized ChildProcess startChild() {
        var started = ChildProcess.start(spec.get());
        child = started;
        try {
            listener.started(started.identity(), restarts);
        } catch (RuntimeException e) {
            started.kill();
            throw e;
        }
        if (stopped(Duration.ZERO)) {
            started.kill();
        }
        return started;
    }

    private boolean stopped(Duration within) {
        try {
            return stopping.await(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
