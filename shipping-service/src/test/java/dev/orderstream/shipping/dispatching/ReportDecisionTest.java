package dev.orderstream.shipping.dispatching;

import static dev.orderstream.shipping.dispatching.World.Coming.ARRIVED;
import static dev.orderstream.shipping.dispatching.World.Coming.CANCEL;
import static dev.orderstream.shipping.dispatching.World.Coming.NOT_PAID;
import static dev.orderstream.shipping.dispatching.World.Coming.ORDERED;
import static dev.orderstream.shipping.dispatching.World.Coming.PACKED;
import static dev.orderstream.shipping.dispatching.World.Coming.PAID;
import static dev.orderstream.shipping.dispatching.World.Coming.TAKES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderstream.shipping.dispatching.Report.Refusal;
import dev.orderstream.shipping.dispatching.ReportDecision.Known;
import dev.orderstream.shipping.dispatching.ReportDecision.Learn;
import dev.orderstream.shipping.dispatching.ReportDecision.Refuse;
import dev.orderstream.shipping.dispatching.ShipmentFact.Delivered;
import dev.orderstream.shipping.dispatching.ShipmentFact.Dispatched;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the warehouse may report, and when.
class ReportDecisionTest {

    private static final Refuse NOT_READY = new Refuse(Refusal.NOT_READY);
    private static final Refuse CANCELLED = new Refuse(Refusal.CANCELLED);

    @Test
    void aPreparedParcelCanBeGivenAway() {
        assertThat(dispatch(World.TAKEN, ORDERED, PAID)).isEqualTo(new Learn(World.TAKEN));
    }

    @Test
    void aParcelThatIsNotPreparedOrThatTheCarrierIsAskedToTakeCannotBeGivenAway() {
        assertThat(dispatch(World.TAKEN)).isEqualTo(NOT_READY);
        assertThat(dispatch(World.TAKEN, ORDERED)).isEqualTo(NOT_READY);
        assertThat(dispatch(World.TAKEN, ORDERED, NOT_PAID)).isEqualTo(NOT_READY);
        assertThat(dispatch(World.TAKEN, ORDERED, PAID, PACKED)).isEqualTo(NOT_READY);
    }

    @Test
    void theSameDispatchAgainIsKnownAndAnotherOneIsRefused() {
        for (var events :
                List.of(
                        new World.Coming[] {ORDERED, PAID, PACKED, TAKES},
                        new World.Coming[] {ORDERED, PAID, PACKED, TAKES, ARRIVED, CANCEL})) {
            var later = World.NOW.plusSeconds(1);
            assertThat(dispatch(new Dispatched("Simulated Parcels", "SP1", later), events))
                    .isEqualTo(new Known());
            assertThat(dispatch(new Dispatched("Simulated Parcels", "SP2", later), events))
                    .isEqualTo(new Refuse(Refusal.DISPATCHED_OTHERWISE));
            assertThat(dispatch(new Dispatched("Another", "SP1", later), events))
                    .isEqualTo(new Refuse(Refusal.DISPATCHED_OTHERWISE));
        }
    }

    @Test
    void onlyADispatchedParcelArrivesAndItDoesSoOnce() {
        assertThat(delivery()).isEqualTo(NOT_READY);
        assertThat(delivery(ORDERED, PAID)).isEqualTo(NOT_READY);
        assertThat(delivery(ORDERED, PAID, PACKED)).isEqualTo(NOT_READY);
        assertThat(delivery(ORDERED, PAID, PACKED, TAKES))
                .isEqualTo(new Learn(new Delivered(World.NOW)));
        assertThat(delivery(ORDERED, PAID, PACKED, TAKES, ARRIVED)).isEqualTo(new Known());
    }

    @Test
    void aCancelledParcelGoesNowhere() {
        assertThat(dispatch(World.TAKEN, ORDERED, PAID, CANCEL)).isEqualTo(CANCELLED);
        assertThat(delivery(ORDERED, PAID, CANCEL)).isEqualTo(CANCELLED);
    }

    private static ReportDecision dispatch(Dispatched reported, World.Coming... events) {
        return ReportDecision.onDispatch(after(events), reported);
    }

    private static ReportDecision delivery(World.Coming... events) {
        return ReportDecision.onDelivery(after(events), World.NOW);
    }

    private static ShipmentFacts after(World.Coming... events) {
        var world = new World(HandOver.WHEN_PACKED, ShipmentDecision::learn);
        List.of(events).forEach(world::come);
        return world.facts();
    }
}
