package dev.orderstream.delivery.effects;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/// How long to wait before the next attempt: doubling, bounded, and jittered so that many do not
/// come back at once.
public final class Backoff {

    private static final Duration FIRST = Duration.ofMillis(200);
    private static final int DOUBLINGS_MAX = 20;

    private Backoff() {}

    /// A wait between half and the whole of the bounded doubling.
    ///
    /// @param attempt the attempt that failed, from 1
    public static Duration after(int attempt, Duration max) {
        Duration doubled = FIRST.multipliedBy(1L << Math.min(attempt - 1, DOUBLINGS_MAX));
        long bound = Math.min(doubled.toMillis(), max.toMillis());
        return Duration.ofMillis(bound / 2 + ThreadLocalRandom.current().nextLong(bound / 2 + 1));
    }
}
