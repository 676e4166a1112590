package dev.orderstream.shipping.dispatching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderstream.events.Address;
import dev.orderstream.shipping.carrier.Parcel;
import dev.orderstream.shipping.dispatching.ShipmentFact.CancellationRequested;
import dev.orderstream.shipping.dispatching.ShipmentFact.Cancelled;
import dev.orderstream.shipping.dispatching.ShipmentFact.HandOverDue;
import dev.orderstream.shipping.dispatching.ShipmentFact.HandingOver;
import dev.orderstream.shipping.dispatching.ShipmentFact.Ordered;
import dev.orderstream.shipping.dispatching.ShipmentFact.Paid;
import dev.orderstream.shipping.dispatching.ShipmentFact.PaymentFailed;
import dev.orderstream.shipping.dispatching.ShipmentFact.Prepared;
import dev.orderstream.shipping.dispatching.ShipmentFact.Told;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Every interleaving and every duplication of the same facts ends in the same shipment.
class ShipmentDecisionTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final Ordered ORDERED =
            new Ordered(
                    new Parcel(
                            "Ada Lovelace",
                            new Address(null, null, null, "GB"),
                            List.of(new Parcel.Item("85123A", 6))));
    private static final Paid PAID = new Paid(NOW);
    private static final PaymentFailed PAYMENT_FAILED = new PaymentFailed(NOW);
    private static final CancellationRequested CANCEL = new CancellationRequested(NOW);
    private static final HandOverDue DUE = new HandOverDue(NOW);

    private record End(ShipmentFacts facts, List<ShipmentFact> news) {
        long count(Class<? extends ShipmentFact> kind) {
            return news.stream().filter(kind::isInstance).count();
        }
    }

    @Test
    void anOrderedAndPaidShipmentIsHandedOverOnceInEveryOrderWithDuplicates() {
        for (List<Told> order : permutations(List.of(ORDERED, PAID, ORDERED, PAID, PAID))) {
            End end = play(order, false);

            assertThat(end.facts().state()).as("%s", order).isEqualTo(ShipmentState.HANDING_OVER);
            assertThat(end.count(Prepared.class)).isEqualTo(1);
            assertThat(end.count(HandingOver.class)).isEqualTo(1);
        }
    }

    @Test
    void aFailedPaymentPreparesNothingInEveryOrderWithDuplicates() {
        for (List<Told> order :
                permutations(List.of(ORDERED, PAYMENT_FAILED, ORDERED, PAYMENT_FAILED))) {
            End end = play(order, false);

            assertThat(end.facts().state()).as("%s", order).isEqualTo(ShipmentState.UNPAID);
            assertThat(end.count(ShipmentFact.Decided.class)).isZero();
        }
    }

    @Test
    void aShipmentIsCancelledOrHandedOverAndNeverBothInEveryOrderWithDuplicates() {
        for (List<Told> order :
                permutations(List.of(ORDERED, PAID, CANCEL, ORDERED, PAID, CANCEL))) {
            End end = play(order, false);

            boolean inTime = order.indexOf(CANCEL) < readyAt(order);
            assertThat(end.facts().state())
                    .as("%s", order)
                    .isEqualTo(inTime ? ShipmentState.CANCELLED : ShipmentState.HANDING_OVER);
            assertThat(end.count(Cancelled.class) + end.count(HandingOver.class)).isEqualTo(1);
        }
    }

    @Test
    void whilePackingTakesTimeACancellationWinsUntilTheHandOverIsDue() {
        for (List<Told> order : permutations(List.of(ORDERED, PAID, DUE, CANCEL, PAID, DUE))) {
            End end = play(order, true);

            boolean inTime = order.indexOf(CANCEL) < Math.max(readyAt(order), order.indexOf(DUE));
            assertThat(end.facts().state())
                    .as("%s", order)
                    .isEqualTo(inTime ? ShipmentState.CANCELLED : ShipmentState.HANDING_OVER);
            assertThat(end.count(Cancelled.class) + end.count(HandingOver.class)).isEqualTo(1);
            assertThat(end.count(Prepared.class)).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void aShipmentThatIsBeingPackedWaitsForTheClock() {
        End end = play(List.of(ORDERED, PAID), true);

        assertThat(end.facts().state()).isEqualTo(ShipmentState.PREPARED);
    }

    @Test
    void aCancellationOfAnUnpaidOrderIsAnsweredInEveryOrder() {
        for (List<Told> order : permutations(List.of(ORDERED, PAYMENT_FAILED, CANCEL))) {
            assertThat(play(order, false).facts().state())
                    .as("%s", order)
                    .isEqualTo(ShipmentState.CANCELLED);
        }
    }

    /// Where both the order and its payment are known.
    private static int readyAt(List<Told> order) {
        return Math.max(order.indexOf(ORDERED), order.indexOf(PAID));
    }

    private static End play(List<Told> order, boolean packingTakesTime) {
        var facts = ShipmentFacts.none(new UUID(0, 1), new UUID(0, 2));
        List<ShipmentFact> news = new ArrayList<>();
        for (Told told : order) {
            var learnt = ShipmentDecision.learn(facts, told, packingTakesTime, NOW);
            facts = learnt.facts();
            news.addAll(learnt.news());
        }
        return new End(facts, news);
    }

    private static List<List<Told>> permutations(List<Told> facts) {
        if (facts.isEmpty()) {
            return List.of(List.of());
        }
        List<List<Told>> all = new ArrayList<>();
        for (int i = 0; i < facts.size(); i++) {
            var rest = new ArrayList<>(facts);
            Told first = rest.remove(i);
            for (List<Told> tail : permutations(rest)) {
                var one = new ArrayList<Told>(List.of(first));
                one.addAll(tail);
                all.add(one);
            }
        }
        return all;
    }
}
