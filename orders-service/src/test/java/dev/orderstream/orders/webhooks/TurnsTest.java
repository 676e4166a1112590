package dev.orderstream.orders.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private static final UUID SLOW = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final Turns turns = new Turns(8, 2, Duration.ofSeconds(1));

    @Test
    void anEndpointHoldsNoMorePlacesThanItMay() {
        assertThat(enter(SLOW, 20).stream().filter(Optional::isEmpty)).hasSize(8);
        assertThat(turns.enter(OTHER, 0)).isEmpty();
    }

    @Test
    void aPlaceThatIsGivenBackIsTakenAgain() {
        assertThat(enter(SLOW, 8)).allMatch(Optional::isEmpty);
        turns.leave(SLOW, Duration.ofMillis(5));

        assertThat(turns.enter(SLOW, 0)).isEmpty();
        assertThat(turns.enter(SLOW, 0)).isPresent();
    }

    @Test
    void aSlowEndpointHoldsFewPlacesUntilItIsFastAgain() {
        answer(SLOW, TIMEOUT, 1);
        assertThat(enter(SLOW, 8).stream().filter(Optional::isEmpty)).hasSize(2);
        turns.leave(SLOW, Duration.ofMillis(10));
        turns.leave(SLOW, Duration.ofMillis(10));

        answer(SLOW, Duration.ofMillis(10), 20);

        assertThat(enter(SLOW, 8).stream().filter(Optional::isEmpty)).hasSize(8);
    }

    @Test
    void whoWaitsForAFastEndpointComesBackSoon() {
        answer(SLOW, Duration.ofMillis(10), 20);

        assertThat(enter(SLOW, 108).stream().flatMap(Optional::stream))
                .hasSize(100)
                .allMatch(wait -> wait.compareTo(Duration.ofMillis(300)) < 0);
    }

    @Test
    void aLongQueueIsNotLookedAtAgainAndAgain() {
        answer(SLOW, TIMEOUT, 20);
        List<Duration> waits = enter(SLOW, 1002).stream().flatMap(Optional::stream).toList();

        assertThat(waits).hasSize(1000).isSorted().last().isEqualTo(Turns.WAIT_MAX);
        assertThat(waits.stream().filter(wait -> wait.toSeconds() < 30).count()).isLessThan(10);
    }

    private List<Optional<Duration>> enter(UUID endpoint, int times) {
        return IntStream.range(0, times).mapToObj(_ -> turns.enter(endpoint, 0)).toList();
    }

    private void answer(UUID endpoint, Duration took, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(turns.enter(endpoint, 0)).isEmpty();
            turns.leave(endpoint, took);
        }
    }
}
