package dev.orderstream.orders.streaming;

import dev.orderstream.orders.problems.ProblemCode;
import dev.orderstream.orders.problems.ProblemException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// Counts the open streams of this replica and lets only so many be open.
@ApplicationScoped
class OpenStreams {

    /// Streams last as long as orders: who waits a moment finds no more room than before.
    private static final Duration RETRY_AFTER = Duration.ofSeconds(10);

    private final StreamsConfig config;
    private final Map<String, Integer> open = new HashMap<>();
    private int all;

    OpenStreams(StreamsConfig config, MeterRegistry meters) {
        this.config = config;
        Gauge.builder("orderstream.orders.streams", this, OpenStreams::count)
                .description("Open event streams of this replica")
                .register(meters);
    }

    /// Takes a place, which is given back by [#close].
    ///
    /// @throws ProblemException when there is none
    synchronized void open(String client) {
        int own = open.getOrDefault(client, 0);
        if (own >= config.openPerClientMax()) {
            throw new ProblemException(
                    ProblemCode.TOO_MANY_STREAMS,
                    "A client may have %d streams open at once; close some, or ask from time to time."
                            .formatted(config.openPerClientMax()),
                    RETRY_AFTER);
        }
        if (all >= config.openMax()) {
            throw new ProblemException(
                    ProblemCode.TEMPORARILY_UNAVAILABLE,
                    "All streams are taken; try again, or ask for the timeline from time to time.",
                    RETRY_AFTER);
        }
        open.put(client, own + 1);
        all++;
    }

    synchronized void close(String client) {
        open.computeIfPresent(client, (_, count) -> count == 1 ? null : count - 1);
        all--;
    }

    synchronized int count() {
        return all;
    }
}
