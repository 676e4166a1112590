package dev.orderstream.shipping.dispatching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderstream.shipping.dispatching.ShipmentFact.CancellationRequested;
import dev.orderstream.shipping.dispatching.ShipmentFact.Delivered;
import dev.orderstream.shipping.dispatching.ShipmentFact.Dispatched;
import dev.orderstream.shipping.dispatching.ShipmentFact.HandOverDue;
import dev.orderstream.shipping.dispatching.ShipmentFact.HandingOver;
import dev.orderstream.shipping.dispatching.ShipmentFact.NotTaken;
import dev.orderstream.shipping.dispatching.ShipmentFact.Paid;
import dev.orderstream.shipping.dispatching.ShipmentFact.PaymentFailed;
import dev.orderstream.shipping.dispatching.ShipmentFact.Prepared;
import dev.orderstream.shipping.dispatching.ShipmentFact.Told;
import dev.orderstream.shipping.testing.LifecyclePage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The page of lifecycles shows what a shipment can do.
class ShipmentLifecycleTest {

    @Test
    void thePageShowsEachTransitionAndNoOther() {
        Set<String> explored = new TreeSet<>(Set.of("[*] --> " + ShipmentState.WAITING));
        for (HandOver handOver : HandOver.values()) {
            explore(handOver, explored);
        }

        assertThat(new TreeSet<>(LifecyclePage.edges("shipping-service"))).isEqualTo(explored);
    }

    @Test
    void thePageNamesEachReasonAndNoOther() {
        assertThat(LifecyclePage.codes("shipping-service"))
                .isEqualTo(
                        Arrays.stream(CancelReason.values())
                                .map(CancelReason::code)
                                .collect(Collectors.toSet()));
    }

    /// Walks through every set of facts that what can come can lead to.
    private static void explore(HandOver handOver, Set<String> edges) {
        var start = ShipmentFacts.none(new UUID(0, 1), new UUID(0, 2));
        Set<ShipmentFacts> seen = new HashSet<>(List.of(start));
        var open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            ShipmentFacts before = open.remove();
            for (Told told : next(before, handOver)) {
                var learnt = ShipmentDecision.learn(before, told, handOver, World.NOW);
                ShipmentFacts facts = before;
                for (ShipmentFact fact : learnt.news()) {
                    ShipmentFacts after = facts.with(fact);
                    if (facts.state() != after.state()) {
                        edges.add(
                                "%s --> %s: %s"
                                        .formatted(
                                                facts.state(),
                                                after.state(),
                                                fact.getClass().getSimpleName()));
                    }
                    facts = after;
                }
                if (seen.add(facts)) {
                    open.add(facts);
                }
            }
        }
    }

    /// A payment has one outcome, and an answer is given to a question.
    private static List<Told> next(ShipmentFacts facts, HandOver handOver) {
        List<Told> next = new ArrayList<>();
        next.add(World.ORDER);
        next.add(new CancellationRequested(CancelReason.CANCELLATION_REQUESTED, World.NOW));
        next.add(facts.has(Paid.class) ? new Paid(World.NOW) : new PaymentFailed(World.NOW));
        if (!facts.has(PaymentFailed.class)) {
            next.add(new Paid(World.NOW));
        }
        if (handOver == HandOver.WHEN_PACKED && facts.has(Prepared.class)) {
            next.add(new HandOverDue(World.NOW));
        }
        boolean answered = facts.has(Dispatched.class) || facts.has(NotTaken.class);
        if (facts.has(HandingOver.class) && !answered) {
            next.add(World.TAKEN);
            next.add(new NotTaken(CancelReason.CARRIER_REFUSED, World.NOW));
        }
        if (facts.has(Dispatched.class)) {
            next.add(new Delivered(World.NOW));
        }
        for (var report :
                List.of(
                        ReportDecision.onDispatch(facts, World.TAKEN),
                        ReportDecision.onDelivery(facts, World.NOW))) {
            if (report instanceof ReportDecision.Learn(Told fact)) {
                next.add(fact);
            }
        }
        return next;
    }
}
