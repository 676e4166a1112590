package dev.orderstream.operations.bench;

import org.HdrHistogram.Histogram;

/// How long something took, in milliseconds.
record Percentiles(long count, double p50, double p90, double p99, double max) {

    private static final double MICROS_A_MILLI = 1_000.0;

    /// @param micros recorded in microseconds
    static Percentiles of(Histogram micros) {
        return new Percentiles(
                micros.getTotalCount(),
                micros.getValueAtPercentile(50) / MICROS_A_MILLI,
                micros.getValueAtPercentile(90) / MICROS_A_MILLI,
                micros.getValueAtPercentile(99) / MICROS_A_MILLI,
                micros.getMaxValue() / MICROS_A_MILLI);
    }
}
