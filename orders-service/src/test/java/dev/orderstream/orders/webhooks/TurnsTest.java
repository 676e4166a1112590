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
    private static final Duration AT_ONCE = Duration.ofMillis(10);

    private final Turns turns = new Turns(32, 8, 2, Duration.ofSeconds(1));

    @Test
    void anEndpointHoldsNoMorePlacesThanItMay() {
        answer(SLOW, AT_ONCE, 1);

        assertThat(places(SLOW, 20)).isEqualTo(8);
        assertThat(turns.enter(OTHER, 0)).isEmpty();
    }

    @Test
    void anEndpointHoldsFewPlacesUntilItHasAnswered() {
        assertThat(places(OTHER, 8)).isEqualTo(2);
        turns.leave(OTHER, AT_ONCE);

        assertThat(places(OTHER, 8)).isEqualTo(7);
    }

    @Test
    void allThatHaveNotAnsweredYetHoldHalfOfThePlaces() {
        answer(OTHER, AT_ONCE, 1);

        assertThat(places(many(), 8)).isEqualTo(16);
        assertThat(places(OTHER, 8)).isEqualTo(8);
    }

    @Test
    void allThatAreSlowHoldAQuarterSoThatWhoIsNewIsFoundOut() {
        many().forEach(endpoint -> answer(endpoint, TIMEOUT, 1));

        assertThat(places(many(), 8)).isEqualTo(8);
        assertThat(places(OTHER, 8)).isEqualTo(2);
        turns.leave(OTHER, AT_ONCE);
        assertThat(places(OTHER, 8)).isEqualTo(7);
    }

    @Test
    void allPlacesAreGivenBackWhateverBecameOfTheEndpointsMeanwhile() {
        answer(OTHER, AT_ONCE, 1);
        assertThat(places(OTHER, 8)).isEqualTo(8);
        IntStream.range(0, 8).forEach(_ -> turns.leave(OTHER, TIMEOUT));
        many().forEach(endpoint -> answer(endpoint, TIMEOUT, 1));
        assertThat(places(SLOW, 8)).isEqualTo(2);
        IntStream.range(0, 20).forEach(_ -> answer(OTHER, AT_ONCE, 1));
        IntStream.range(0, 2).forEach(_ -> turns.leave(SLOW, AT_ONCE));

        assertThat(places(many(), 8)).isEqualTo(8);
    }

    @Test
    void aPlaceThatIsGivenBackIsTakenAgain() {
        answer(SLOW, AT_ONCE, 1);
        assertThat(enter(SLOW, 8)).allMatch(Optional::isEmpty);
        turns.leave(SLOW, Duration.ofMillis(5));

        assertThat(turns.enter(SLOW, 0)).isEmpty();
        assertThat(turns.enter(SLOW, 0)).isPresent();
    }

    @Test
    void aSlowEndpointHoldsFewPlacesUntilItIsFastAgain() {
        answer(SLOW, TIMEOUT, 1);
        assertThat(places(SLOW, 8)).isEqualTo(2);
        turns.leave(SLOW, AT_ONCE);
        turns.leave(SLOW, AT_ONCE);

        answer(SLOW, AT_ONCE, 20);

        assertThat(places(SLOW, 8)).isEqualTo(8);
    }

    @Test
    void whoWaitsForAFastEndpointComesBackSoon() {
        answer(SLOW, AT_ONCE, 20);

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

    private static List<UUID> many() {
        return IntStream.range(100, 120).mapToObj(id -> new UUID(0, id)).toList();
    }

    /// How many of so many calls of each find a place.
    private long places(List<UUID> endpoints, int times) {
        return endpoints.stream().mapToLong(endpoint -> places(endpoint, times)).sum();
    }

    private long places(UUID endpoint, int times) {
        return enter(endpoint, times).stream().filter(Optional::isEmpty).count();
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
