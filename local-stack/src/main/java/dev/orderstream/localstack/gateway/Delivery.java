package dev.orderstream.localstack.gateway;

import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;

/// One attempt to deliver an event, due at a time.
record Delivery(GatewayEvent event, int attempt, long dueNanos) implements Delayed {

    private static final long FIRST_RETRY_MS = 250;
    private static final int DOUBLINGS_MAX = 8;

    static Delivery in(GatewayEvent event, int attempt, long delayMs) {
        return new Delivery(
                event, attempt, System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(delayMs));
    }

    /// Twice as long after each failure, up to about a minute.
    Delivery again() {
        return in(event, attempt + 1, FIRST_RETRY_MS << Math.min(attempt, DOUBLINGS_MAX));
    }

    @Override
    public long getDelay(TimeUnit unit) {
        return unit.convert(dueNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    @Override
    public int compareTo(Delayed other) {
        return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
    }
}
