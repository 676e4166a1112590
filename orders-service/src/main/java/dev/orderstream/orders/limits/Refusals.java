package dev.orderstream.orders.limits;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/// Counts what was not taken because it was too much.
@ApplicationScoped
class Refusals {

    private final MeterRegistry meters;

    Refusals(MeterRegistry meters) {
        this.meters = meters;
    }

    void count(String limit) {
        meters.counter("orderstream.orders.refused", "limit", limit).increment();
    }
}
