package dev.orderstream.operations.bench;

import dev.orderstream.operations.following.OrderStates;
import dev.orderstream.operations.following.Seen;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Waits for the last orders to come to their end.
final class Drain {

    private static final Duration PAUSE = Duration.ofMillis(200);

    private Drain() {}

    /// How it ended.
    record Drained(double seconds, int unfinished) {}

    /// Dispatched is end enough: what follows is only a clock.
    ///
    /// @param since when the last order was posted, by the nano clock
    static Drained wait(OrderStates states, Collection<UUID> orders, long since, Duration most)
            throws SQLException, InterruptedException {
        Set<UUID> open = new HashSet<>(orders);
        while (true) {
            for (Map.Entry<UUID, Seen> seen : states.of(open).entrySet()) {
                if (seen.getValue().ended()) {
                    open.remove(seen.getKey());
                }
            }
            long waited = System.nanoTime() - since;
            if (open.isEmpty() || waited > most.toNanos()) {
                return new Drained(waited / 1e9, open.size());
            }
            Thread.sleep(PAUSE);
        }
    }
}
