package dev.orderstream.shipping.dispatching;

import static dev.orderstream.shipping.dispatching.World.Coming.ARRIVED;
import static dev.orderstream.shipping.dispatching.World.Coming.AWAY;
import static dev.orderstream.shipping.dispatching.World.Coming.AWAY_TOO_LONG;
import static dev.orderstream.shipping.dispatching.World.Coming.CANCEL;
import static dev.orderstream.shipping.dispatching.World.Coming.GIVEN_AWAY;
import static dev.orderstream.shipping.dispatching.World.Coming.NOT_PAID;
import static dev.orderstream.shipping.dispatching.World.Coming.ORDERED;
import static dev.orderstream.shipping.dispatching.World.Coming.PACKED;
import static dev.orderstream.shipping.dispatching.World.Coming.PAID;
import static dev.orderstream.shipping.dispatching.World.Coming.REFUSES;
import static dev.orderstream.shipping.dispatching.World.Coming.TAKES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderstream.shipping.dispatching.ShipmentDecision.Learnt;
import dev.orderstream.shipping.dispatching.ShipmentFact.CancellationRequested;
import dev.orderstream.shipping.dispatching.ShipmentFact.Cancelled;
import dev.orderstream.shipping.dispatching.ShipmentFact.Delivered;
import dev.orderstream.shipping.dispatching.ShipmentFact.Dispatched;
import dev.orderstream.shipping.dispatching.ShipmentFact.Ordered;
import dev.orderstream.shipping.dispatching.ShipmentFact.Paid;
import dev.orderstream.shipping.dispatching.ShipmentFact.Prepared;
import dev.orderstream.shipping.dispatching.World.Coming;
import dev.orderstream.shipping.dispatching.World.Learning;
import dev.orderstream.shipping.testing.Interleavings;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Every interleaving and every duplication of the same facts ends in the same shipment; where a
/// cancellation and the carrier race, in one of two and never in both.
class ShipmentDecisionTest {

    private static final Learning REAL = ShipmentDecision::learn;

    /// What an end is compared by: its facts, and how often each was news.
    private record End(ShipmentState state, Set<?> known, Map<?, Long> news) {}

    @Test
    void aPaidParcelIsTakenAndDeliveredOnceInEveryOrderWithDuplicates() {
        for (HandOver handOver : List.of(HandOver.AT_ONCE, HandOver.WHEN_PACKED)) {
            everyOrderEnds(
                    ShipmentState.DELIVERED,
                    handOver,
                    ORDERED,
                    PAID,
                    PACKED,
                    TAKES,
                    ARRIVED,
                    ORDERED,
                    PAID);
        }
        everyOrderEnds(
                ShipmentState.DELIVERED,
                HandOver.AT_ONCE,
                ORDERED,
                PAID,
                TAKES,
                ARRIVED,
                ORDERED,
                TAKES,
                ARRIVED);
    }

    @Test
    void aParcelThatTheWarehouseGivesAwayIsDeliveredOnceInEveryOrderWithDuplicates() {
        for (HandOver handOver : List.of(HandOver.BY_WAREHOUSE, HandOver.WHEN_PACKED)) {
            everyOrderEnds(
                    ShipmentState.DELIVERED,
                    handOver,
                    ORDERED,
                    PAID,
                    GIVEN_AWAY,
                    ARRIVED,
                    PAID,
                    GIVEN_AWAY,
                    ARRIVED);
        }
    }

    @Test
    void aCarrierThatWasAwayTakesTheParcelOnceInEveryOrderWithDuplicates() {
        everyOrderEnds(
                ShipmentState.DELIVERED,
                HandOver.AT_ONCE,
                ORDERED,
                PAID,
                AWAY,
                AWAY,
                TAKES,
                ARRIVED,
                PAID);
    }

    @Test
    void aPreparedParcelWaitsForWhoeverHandsItOver() {
        everyOrderEnds(ShipmentState.PREPARED, HandOver.WHEN_PACKED, ORDERED, PAID, TAKES, PAID);
        everyOrderEnds(ShipmentState.PREPARED, HandOver.BY_WAREHOUSE, ORDERED, PAID, TAKES, PACKED);
        everyOrderEnds(ShipmentState.HANDING_OVER, HandOver.AT_ONCE, ORDERED, PAID, AWAY, AWAY);
    }

    @Test
    void aFailedPaymentPreparesNothingInEveryOrderWithDuplicates() {
        everyOrderEnds(
                ShipmentState.UNPAID,
                HandOver.AT_ONCE,
                ORDERED,
                NOT_PAID,
                TAKES,
                GIVEN_AWAY,
                ORDERED,
                NOT_PAID);
    }

    @Test
    void aCancellationOfAnUnpaidOrderIsAnsweredOnceInEveryOrderWithDuplicates() {
        everyOrderEnds(
                ShipmentState.CANCELLED,
                HandOver.AT_ONCE,
                ORDERED,
                NOT_PAID,
                CANCEL,
                ORDERED,
                NOT_PAID,
                CANCEL,
                TAKES);
        everyOrderEnds(ShipmentState.CANCELLED, HandOver.AT_ONCE, ORDERED, CANCEL, CANCEL);
        everyOrderEnds(
                ShipmentState.CANCELLED,
                HandOver.BY_WAREHOUSE,
                ORDERED,
                CANCEL,
                ORDERED,
                CANCEL,
                GIVEN_AWAY);
    }

    @Test
    void aRefusedParcelIsCancelledForThatInEveryOrderWithDuplicates() {
        everyOrderEnds(
                ShipmentState.CANCELLED,
                HandOver.AT_ONCE,
                ORDERED,
                PAID,
                REFUSES,
                ORDERED,
                PAID,
                REFUSES,
                ARRIVED);
        assertThat(reasons(ORDERED, PAID, AWAY, REFUSES))
                .containsExactly(CancelReason.CARRIER_REFUSED);
    }

    @Test
    void aCarrierThatIsAwayTooLongIsGivenUpInEveryOrderWithDuplicates() {
        everyOrderEnds(
                ShipmentState.CANCELLED,
                HandOver.AT_ONCE,
                ORDERED,
                PAID,
                AWAY,
                AWAY_TOO_LONG,
                AWAY_TOO_LONG,
                ORDERED,
                PAID);
        assertThat(reasons(ORDERED, PAID, AWAY, AWAY_TOO_LONG))
                .containsExactly(CancelReason.CARRIER_UNAVAILABLE);
        assertThat(reasons(ORDERED, PAID, AWAY, CANCEL, AWAY_TOO_LONG))
                .containsExactly(CancelReason.CANCELLATION_REQUESTED);
    }

    @Test
    void aCarrierThatWasNotAskedYetIsNotGivenUpInAnyOrderWithDuplicates() {
        everyOrderEnds(
                ShipmentState.HANDING_OVER, HandOver.AT_ONCE, ORDERED, PAID, AWAY_TOO_LONG, PAID);
    }

    @Test
    void aParcelThatIsCancelledBeforeTheCarrierIsAskedIsNeverBooked() {
        for (Coming asked : List.of(TAKES, REFUSES, AWAY)) {
            assertThat(reasons(ORDERED, PAID, CANCEL, asked))
                    .containsExactly(CancelReason.CANCELLATION_REQUESTED);
        }
    }

    @Test
    void aCancellationAndTheCarrierNeverBothWinInAnyOrderWithDuplicates() {
        neverBoth(HandOver.AT_ONCE, ORDERED, PAID, CANCEL, AWAY, TAKES, PAID, CANCEL);
        neverBoth(HandOver.AT_ONCE, ORDERED, PAID, CANCEL, AWAY, AWAY, TAKES, CANCEL);
        neverBoth(HandOver.AT_ONCE, ORDERED, PAID, CANCEL, AWAY, REFUSES, TAKES, CANCEL);
        neverBoth(HandOver.WHEN_PACKED, ORDERED, PAID, PACKED, CANCEL, AWAY, TAKES, CANCEL);
        neverBoth(HandOver.WHEN_PACKED, ORDERED, PAID, PACKED, CANCEL, GIVEN_AWAY, TAKES, ARRIVED);
        neverBoth(HandOver.BY_WAREHOUSE, ORDERED, PAID, CANCEL, GIVEN_AWAY, ARRIVED, PAID, CANCEL);
    }

    @Test
    void theLongestPathsEndInOneWayInManyOrders() {
        everyOrderEnds(
                ShipmentState.DELIVERED,
                HandOver.WHEN_PACKED,
                twice(ORDERED, PAID, PACKED, AWAY, TAKES, ARRIVED));
        for (HandOver handOver : HandOver.values()) {
            neverBoth(
                    handOver,
                    twice(ORDERED, PAID, PACKED, CANCEL, AWAY, TAKES, GIVEN_AWAY, ARRIVED));
        }
    }

    @Test
    void theCheckFindsAShipmentThatForgetsAPaymentBeforeItsOrder() {
        Learning forgetful =
                (facts, told, handOver, now) ->
                        told instanceof Paid && !facts.has(Ordered.class)
                                ? new Learnt(facts, List.of())
                                : ShipmentDecision.learn(facts, told, handOver, now);

        assertThatThrownBy(() ->
                        everyOrderEnds(
                                forgetful,
                                ShipmentState.DISPATCHED,
                                HandOver.AT_ONCE,
                                ORDERED,
                                PAID,
                                TAKES))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("in the order [PAID, ORDERED, TAKES]");
    }

    @Test
    void theCheckFindsALateCancellationThatOverridesTheCarrier() {
        Learning overriding =
                (facts, told, handOver, now) ->
                        told instanceof CancellationRequested wish && !facts.has(Cancelled.class)
                                ? overridden(facts.with(told), new Cancelled(wish.reason(), now))
                                : ShipmentDecision.learn(facts, told, handOver, now);

        assertThatThrownBy(
                        () -> neverBoth(overriding, HandOver.AT_ONCE, ORDERED, PAID, CANCEL, TAKES))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("in the order [ORDERED, PAID, ");
    }

    private static Learnt overridden(ShipmentFacts facts, Cancelled cancelled) {
        return new Learnt(facts.with(cancelled), List.of(cancelled));
    }

    private static void everyOrderEnds(ShipmentState state, HandOver handOver, Coming... events) {
        everyOrderEnds(REAL, state, handOver, events);
    }

    private static void everyOrderEnds(
            Learning learning, ShipmentState state, HandOver handOver, Coming... events) {
        End usual = end(play(learning, handOver, List.of(events)));
        assertThat(usual.state()).isEqualTo(state);
        Interleavings.check(
                List.of(events),
                order -> assertThat(end(play(learning, handOver, order))).isEqualTo(usual));
        assertThat(usual.news().values()).allMatch(count -> count == 1);
    }

    private static void neverBoth(HandOver handOver, Coming... events) {
        neverBoth(REAL, handOver, events);
    }

    private static void neverBoth(Learning learning, HandOver handOver, Coming... events) {
        Consumer<World> oneEnd =
                world -> {
                    long dispatched = world.count(Dispatched.class);
                    assertThat(world.count(Cancelled.class) + dispatched).isEqualTo(1);
                    assertThat(world.count(Prepared.class)).isLessThanOrEqualTo(1);
                    assertThat(world.count(Delivered.class)).isLessThanOrEqualTo(dispatched);
                    assertThat(world.facts().state() == ShipmentState.CANCELLED)
                            .isEqualTo(dispatched == 0);
                    assertThat(world.facts().known())
                            .containsKeys(Ordered.class, Paid.class, CancellationRequested.class);
                    assertThat(world.unheardCancellation()).isFalse();
                };
        Interleavings.check(
                List.of(events), order -> oneEnd.accept(play(learning, handOver, order)));
    }

    private static List<CancelReason> reasons(Coming... events) {
        return play(REAL, HandOver.AT_ONCE, List.of(events)).news().stream()
                .filter(Cancelled.class::isInstance)
                .map(fact -> ((Cancelled) fact).reason())
                .toList();
    }

    private static World play(Learning learning, HandOver handOver, List<Coming> order) {
        var world = new World(handOver, learning);
        order.forEach(world::come);
        return world;
    }

    private static End end(World world) {
        return new End(
                world.facts().state(),
                world.facts().known().keySet(),
                world.news().stream()
                        .collect(
                                Collectors.groupingBy(
                                        ShipmentFact::getClass, Collectors.counting())));
    }

    private static Coming[] twice(Coming... events) {
        Coming[] all = new Coming[events.length * 2];
        System.arraycopy(events, 0, all, 0, events.length);
        System.arraycopy(events, 0, all, events.length, events.length);
        return all;
    }
}
