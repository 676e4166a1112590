package dev.orderstream.localstack.relay;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// When a failed connector is due to be restarted: soon, and less often the longer that does not
/// help.
final class Restarts {

    private static final long FIRST_WAIT_NS = Duration.ofSeconds(1).toNanos();
    private static final long LONGEST_WAIT_NS = Duration.ofSeconds(10).toNanos();

    private record Next(long at, long waitNanos) {}

    private final Map<String, Next> next = new HashMap<>();

    /// True if it is time; the next time is then later.
    boolean due(String connector) {
        return due(connector, System.nanoTime());
    }

    boolean due(String connector, long now) {
        var planned = next.getOrDefault(connector, new Next(now, FIRST_WAIT_NS));
        if (now - planned.at() < 0) {
            return false;
        }
        next.put(
                connector,
                new Next(
                        now + planned.waitNanos(),
                        Math.min(planned.waitNanos() * 2, LONGEST_WAIT_NS)));
        return true;
    }

    /// It runs again: its next failure is a new one.
    void forget(String connector) {
        next.remove(connector);
    }
}
