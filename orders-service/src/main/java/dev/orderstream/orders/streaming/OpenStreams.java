package dev.orderstream.orders.streaming;

import dev.orderstream.orders.problems.ProblemCode;
import dev.orderstream.orders.problems.ProblemException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;

/// Counts the open streams of this replica and lets only so many be open.
@ApplicationScoped
class OpenStreams {

    /// Streams last as long as orders: who waits a moment finds no more room than before.
    private static final Duration RETRY_AFTER = Duration.ofSeconds(10);

    private final StreamsConfig config;
    private final Set<Place> places = new LinkedHashSet<>();

    OpenStreams(StreamsConfig config, MeterRegistry meters) {
        this.config = config;
        Gauge.builder("orderstream.orders.streams", this, OpenStreams::count)
                .description("Open event streams of this replica")
                .register(meters);
    }

    /// The room that one stream takes; each is a different one, also of the same client.
    static final class Place {

        private final String client;
        private final Connection connection;

        private Place(String client, Connection connection) {
            this.client = client;
            this.connection = connection;
        }
    }

    /// Takes a place, which is given back by [#close], or by [#closeGone].
    ///
    /// @throws ProblemException when there is none
    synchronized Place open(String client, Connection connection) {
        long own = places.stream().filter(place -> place.client.equals(client)).count();
        if (own >= config.openPerClientMax()) {
            throw new ProblemException(
                    ProblemCode.TOO_MANY_STREAMS,
                    "A client may have %d streams open at once; close some, or ask from time to time."
                            .formatted(config.openPerClientMax()),
                    RETRY_AFTER);
        }
        if (places.size() >= config.openMax()) {
            throw new ProblemException(
                    ProblemCode.TEMPORARILY_UNAVAILABLE,
                    "All streams are taken; try again, or ask for the timeline from time to time.",
                    RETRY_AFTER);
        }
        Place place = new Place(client, connection);
        places.add(place);
        return place;
    }

    synchronized void close(Place place) {
        places.remove(place);
    }

    /// Takes the places back of clients that left, some of them before their stream had begun.
    synchronized void closeGone() {
        places.removeIf(place -> place.connection.gone());
    }

    synchronized int count() {
        return places.size();
    }
}
