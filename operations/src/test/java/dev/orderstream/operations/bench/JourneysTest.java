package dev.orderstream.operations.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Times run from the moment an order was to be posted, whichever answer comes first.
class JourneysTest {

    private static final UUID WARM = new UUID(1, 1);
    private static final UUID FIRST = new UUID(1, 2);
    private static final UUID SECOND = new UUID(1, 3);

    private final Journeys journeys = new Journeys();

    @BeforeEach
    void theFirstOrderIsOnlyToWarmUp() {
        journeys.measureFrom(1);
    }

    @Test
    void thePaymentMayBeSeenBeforeThePostIsAnswered() {
        journeys.paid(FIRST, millis(30));
        journeys.accepted(1, FIRST, millis(10), millis(40));
        journeys.accepted(2, SECOND, millis(10), millis(20));
        journeys.paid(SECOND, millis(60));

        assertThat(journeys.post().count()).isEqualTo(2);
        assertThat(journeys.post().max()).isBetween(29.9, 30.1);
        assertThat(journeys.paid().p50()).isBetween(19.9, 20.1);
        assertThat(journeys.paid().max()).isBetween(49.9, 50.1);
    }

    @Test
    void theWarmUpIsNotMeasured() {
        journeys.accepted(0, WARM, millis(0), millis(900));
        journeys.paid(WARM, millis(950));

        assertThat(journeys.measured()).isZero();
        assertThat(journeys.paid().count()).isZero();
        assertThat(journeys.acceptedCount()).isEqualTo(1);
    }

    @Test
    void whatTheWarmUpWasRefusedIsCountedApart() {
        journeys.failed(0, "http-503");
        journeys.failed(1, "http-429");

        assertThat(journeys.errors()).containsExactly(Map.entry("http-429", 1));
        assertThat(journeys.warmupErrors()).containsExactly(Map.entry("http-503", 1));
    }

    @Test
    void aPaymentThatIsToldTwiceCountsOnce() {
        journeys.accepted(1, FIRST, millis(0), millis(1));
        journeys.paid(FIRST, millis(20));
        journeys.paid(FIRST, millis(5_000));

        assertThat(journeys.paid().count()).isEqualTo(1);
        assertThat(journeys.paid().max()).isBetween(19.9, 20.1);
    }

    private static long millis(long millis) {
        return TimeUnit.MILLISECONDS.toNanos(millis);
    }
}
