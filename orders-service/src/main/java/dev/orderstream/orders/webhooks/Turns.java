package dev.orderstream.orders.webhooks;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Says when an endpoint may be called, so that one that answers slowly does not hold the places of
/// all others.
///
/// Each endpoint has a number of calls that it may have under way: few when it is slow. Whoever is
/// too many is told to come back, one after the other at the rate at which the endpoint answers: a
/// long queue is not looked at again and again.
final class Turns {

    /// However long the queue is: an endpoint that recovers is noticed.
    static final Duration WAIT_MAX = Duration.ofMinutes(1);

    private static final long WAIT_MIN_NS = Duration.ofMillis(100).toNanos();
    private static final double WEIGHT_OF_LATEST = 0.2;

    private final int callsMax;
    private final int slowCallsMax;
    private final double slowNs;
    private final Map<UUID, Line> lines = new HashMap<>();

    Turns(int callsMax, int slowCallsMax, Duration slowAfter) {
        this.callsMax = callsMax;
        this.slowCallsMax = slowCallsMax;
        this.slowNs = slowAfter.toNanos();
    }

    private static final class Line {
        int underWay;
        double meanNs;
        long lastTurnNs;
    }

    /// Takes a place, or says after how long to ask again.
    ///
    /// @param nowNs as of `System.nanoTime()`
    synchronized Optional<Duration> enter(UUID endpoint, long nowNs) {
        Line line = lines.computeIfAbsent(endpoint, _ -> fresh(nowNs));
        int max = line.meanNs > slowNs ? slowCallsMax : callsMax;
        if (line.underWay < max) {
            line.underWay++;
            return Optional.empty();
        }
        long next = line.lastTurnNs + (long) (line.meanNs / max);
        long wait = Math.max(next - nowNs, WAIT_MIN_NS);
        if (wait > WAIT_MAX.toNanos()) {
            return Optional.of(WAIT_MAX);
        }
        line.lastTurnNs = nowNs + wait;
        return Optional.of(Duration.ofNanos(wait));
    }

    /// Gives a place back after a call that took so long.
    synchronized void leave(UUID endpoint, Duration took) {
        Line line = lines.get(endpoint);
        if (line != null) {
            line.underWay--;
            line.meanNs += (took.toNanos() - line.meanNs) * WEIGHT_OF_LATEST;
        }
    }

    private static Line fresh(long nowNs) {
        Line line = new Line();
        line.lastTurnNs = nowNs;
        return line;
    }
}
