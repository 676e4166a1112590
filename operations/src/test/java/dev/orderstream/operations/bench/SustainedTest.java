package dev.orderstream.operations.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderstream.operations.bench.Measuring.Measured;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// A rate is sustained when orders are accepted, paid for and ended as fast as they are posted.
class SustainedTest {

    private static final BenchPlan PLAN = new BenchPlan(100, Duration.ZERO, Duration.ofSeconds(30));
    private static final int ORDERS = 3_000;
    private static final List<Long> LEVEL = List.of(500L, 900L, 910L);

    private final Journeys journeys = new Journeys();

    SustainedTest() {
        journeys.measureFrom(0);
    }

    @Test
    void ordersThatAreUnderWayWhenTheTimeIsOverAreNotMissed() {
        accept(ORDERS);
        pay(ORDERS);

        assertThat(sustained(ORDERS)).isTrue();
        assertThat(sustained(ORDERS - 20)).isTrue();
    }

    @Test
    void anApiThatAnswersMoreSlowlyThanItIsAskedDoesNotSustainTheRate() {
        accept(ORDERS);
        pay(ORDERS);

        assertThat(sustained(ORDERS * 8 / 10)).isFalse();
        assertThat(sustained(ORDERS * 98 / 100)).isFalse();
    }

    @Test
    void aRateAtWhichNobodyPostedIsNotSustained() {
        accept(ORDERS);
        pay(ORDERS);

        assertThat(Sustained.of(PLAN, accepted(ORDERS, 33), journeys, LEVEL, 0)).isFalse();
    }

    @Test
    void theLastOfFewOrdersMayBeUnderWay() {
        BenchPlan few = new BenchPlan(1, Duration.ZERO, Duration.ofSeconds(5));
        accept(5);
        pay(5);

        assertThat(Sustained.of(few, accepted(4, 5), journeys, List.of(), 0)).isTrue();
        assertThat(Sustained.of(few, accepted(3, 5), journeys, List.of(), 0)).isFalse();
    }

    @Test
    void everyOrderHasToBeAccepted() {
        accept(ORDERS - 1);
        pay(ORDERS - 1);

        assertThat(sustained(ORDERS - 1)).isFalse();
    }

    @Test
    void everyOrderHasToBePaidFor() {
        accept(ORDERS);
        pay(ORDERS - 1);

        assertThat(sustained(ORDERS)).isFalse();
    }

    @Test
    void everyOrderHasToComeToItsEndAndNothingMayPileUp() {
        accept(ORDERS);
        pay(ORDERS);

        assertThat(Sustained.of(PLAN, accepted(ORDERS, 30), journeys, LEVEL, 1)).isFalse();
        assertThat(
                        Sustained.of(
                                PLAN,
                                accepted(ORDERS, 30),
                                journeys,
                                List.of(0L, 1_000L, 2_000L),
                                0))
                .isFalse();
    }

    private boolean sustained(int acceptedInTime) {
        return Sustained.of(PLAN, accepted(acceptedInTime, 30), journeys, LEVEL, 0);
    }

    private static Measured accepted(int accepted, double seconds) {
        return new Measured(seconds, 0, accepted, accepted, Map.of());
    }

    private void accept(int orders) {
        for (int i = 0; i < orders; i++) {
            journeys.accepted(i, new UUID(1, i), 0, 1_000_000);
        }
    }

    private void pay(int orders) {
        for (int i = 0; i < orders; i++) {
            journeys.paid(new UUID(1, i), 2_000_000);
        }
    }
}
