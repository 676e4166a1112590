package dev.orderstream.orders.limits;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// A token bucket for each client, kept as the time at which it will be full again.
///
/// A full bucket is the same as none, so only clients of the last moments take memory. Times are
/// nanoseconds of any steady clock.
final class RateLimit {

    private static final long NS_PER_S = TimeUnit.SECONDS.toNanos(1);

    private final Map<String, AtomicLong> fullAtNs = new ConcurrentHashMap<>();
    private final AtomicLong sweepAtNs = new AtomicLong();
    private final long tokenNs;
    private final long bucketNs;

    RateLimit(int requestsPerSecond, int burst) {
        this.tokenNs = NS_PER_S / requestsPerSecond;
        this.bucketNs = burst * tokenNs;
    }

    /// Takes a token.
    ///
    /// @return empty when there was one, else how long until there is
    Optional<Duration> take(String client, long nowNs) {
        sweep(nowNs);
        AtomicLong full = fullAtNs.computeIfAbsent(client, _ -> new AtomicLong(nowNs));
        while (true) {
            long before = full.get();
            // Differences, because such a clock may overflow.
            long after = (before - nowNs > 0 ? before : nowNs) + tokenNs;
            long missing = after - nowNs - bucketNs;
            if (missing > 0) {
                return Optional.of(Duration.ofNanos(missing));
            }
            if (full.compareAndSet(before, after)) {
                return Optional.empty();
            }
        }
    }

    /// How many clients take memory.
    int clients() {
        return fullAtNs.size();
    }

    private void sweep(long nowNs) {
        long due = sweepAtNs.get();
        if (nowNs - due >= 0 && sweepAtNs.compareAndSet(due, nowNs + NS_PER_S)) {
            fullAtNs.values().removeIf(full -> full.get() - nowNs <= 0);
        }
    }
}
