package dev.orderstream.orders.webhooks;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Says when an endpoint may be called, so that those that answer slowly do not hold the places of
/// all others.
///
/// Each endpoint has a number of calls that it may have under way: few until it has answered once,
/// and while it is slow. All slow ones together have a quarter of the places, and with those that
/// nobody knows yet half: whatever hangs, who is fast finds a place, and who is new is found out.
/// Whoever is too many is told to come back, one after the other at the rate at which the endpoint
/// answers: a long queue is not looked at again and again.
final class Turns {

    /// However long the queue is: an endpoint that recovers is noticed.
    static final Duration WAIT_MAX = Duration.ofMinutes(1);

    private static final long WAIT_MIN_NS = Duration.ofMillis(100).toNanos();
    private static final double WEIGHT_OF_LATEST = 0.2;

    private static final int SLOW_DIVISOR = 4;
    private static final int UNKNOWN_DIVISOR = 2;

    private final int placesMax;
    private final int callsMax;
    private final int slowCallsMax;
    private final double slowNs;
    private final Map<UUID, Line> lines = new HashMap<>();

    /// The calls under way of all endpoints that are not fast.
    private int notFastUnderWay;

    /// @param placesMax the calls of all endpoints
    /// @param callsMax the calls of one endpoint
    /// @param slowCallsMax the calls of one that is slow, or not known yet
    Turns(int placesMax, int callsMax, int slowCallsMax, Duration slowAfter) {
        this.placesMax = placesMax;
        this.callsMax = callsMax;
        this.slowCallsMax = slowCallsMax;
        this.slowNs = slowAfter.toNanos();
    }

    private enum Pace {
        UNKNOWN,
        SLOW,
        FAST
    }

    private static final class Line {
        Pace pace = Pace.UNKNOWN;
        int underWay;
        double meanNs;
        long lastTurnNs;

        int notFastUnderWay() {
            return pace == Pace.FAST ? 0 : underWay;
        }
    }

    /// Takes a place, or says after how long to ask again.
    ///
    /// @param nowNs as of `System.nanoTime()`
    synchronized Optional<Duration> enter(UUID endpoint, long nowNs) {
        Line line = lines.computeIfAbsent(endpoint, _ -> fresh(nowNs));
        int max = line.pace == Pace.FAST ? callsMax : slowCallsMax;
        if (line.underWay < max && hasRoom(line.pace)) {
            line.underWay++;
            notFastUnderWay += line.pace == Pace.FAST ? 0 : 1;
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

    private boolean hasRoom(Pace pace) {
        return switch (pace) {
            case FAST -> true;
            case UNKNOWN -> notFastUnderWay < Math.max(1, placesMax / UNKNOWN_DIVISOR);
            case SLOW -> notFastUnderWay < Math.max(1, placesMax / SLOW_DIVISOR);
        };
    }

    /// Gives a place back after a call that took so long.
    synchronized void leave(UUID endpoint, Duration took) {
        Line line = lines.get(endpoint);
        if (line != null) {
            notFastUnderWay -= line.notFastUnderWay();
            line.underWay--;
            double weight = line.pace == Pace.UNKNOWN ? 1 : WEIGHT_OF_LATEST;
            line.meanNs += (took.toNanos() - line.meanNs) * weight;
            line.pace = line.meanNs > slowNs ? Pace.SLOW : Pace.FAST;
            notFastUnderWay += line.notFastUnderWay();
        }
    }

    private static Line fresh(long nowNs) {
        Line line = new Line();
        line.lastTurnNs = nowNs;
        return line;
    }
}
