package dev.orderstream.delivery.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;

/// The time, as exact as PostgreSQL stores it.
final class Clocks {

    private static final Duration MICROSECOND = Duration.ofNanos(1000);

    private Clocks() {}

    @Produces
    @ApplicationScoped
    static Clock clock() {
        return Clock.tick(Clock.systemUTC(), MICROSECOND);
    }
}
