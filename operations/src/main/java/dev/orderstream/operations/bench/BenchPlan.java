package dev.orderstream.operations.bench;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What is posted when.
///
/// @param rate orders a second
/// @param warmup posted first and not measured; null for as long as it takes to be warm
/// @param measured posted once every order of the warm-up is at its end
record BenchPlan(double rate, @Nullable Duration warmup, Duration measured) {

    private static final double NANOS_A_SECOND = 1e9;

    int orders(Duration time) {
        return (int) Math.round(rate * time.toNanos() / NANOS_A_SECOND);
    }

    /// When the order of this place in its part is to be posted, after the part's start.
    long nanosOf(int place) {
        return (long) (place * NANOS_A_SECOND / rate);
    }
}
