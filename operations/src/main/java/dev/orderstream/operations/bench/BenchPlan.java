package dev.orderstream.operations.bench;

import java.time.Duration;

/// What is posted when.
///
/// @param rate orders a second
/// @param warmup posted first and not measured
/// @param measured posted behind it, without a pause
record BenchPlan(double rate, Duration warmup, Duration measured) {

    private static final double NANOS_A_SECOND = 1e9;

    int warmupOrders() {
        return orders(warmup);
    }

    int orders() {
        return warmupOrders() + orders(measured);
    }

    boolean measures(int order) {
        return order >= warmupOrders();
    }

    /// When an order is to be posted, after the start.
    long nanosOf(int order) {
        return (long) (order * NANOS_A_SECOND / rate);
    }

    private int orders(Duration time) {
        return (int) Math.round(rate * time.toNanos() / NANOS_A_SECOND);
    }
}
