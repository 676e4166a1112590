package dev.orderstream.localstack.process;

import dev.orderstream.localstack.StackException;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Waits for a condition with a bound.
public final class Waiting {

    private static final Duration STEP = Duration.ofMillis(100);

    private Waiting() {}

    /// Fails with `what` in its message when `condition` does not hold within `bound`.
    public static void until(String what, Duration bound, BooleanSupplier condition) {
        if (!holdsWithin(bound, condition)) {
            throw new StackException(what + " took longer than " + bound.toSeconds() + " s");
        }
    }

    public static boolean holdsWithin(Duration bound, BooleanSupplier condition) {
        var deadline = System.nanoTime() + bound.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            pause(STEP);
        }
        return true;
    }

    public static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted");
        }
    }
}
