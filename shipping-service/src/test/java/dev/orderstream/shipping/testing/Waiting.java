package dev.orderstream.shipping.testing;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/// Waits for a condition, with a bound.
public final class Waiting {

    private static final Duration BOUND = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private Waiting() {}

    /// The value once it is the expected one, or as it is when the time is over.
    public static <T> T until(T expected, Supplier<T> value) {
        long end = System.nanoTime() + BOUND.toNanos();
        T current = value.get();
        while (!expected.equals(current) && System.nanoTime() < end) {
            LockSupport.parkNanos(PAUSE.toNanos());
            current = value.get();
        }
        return current;
    }
}
