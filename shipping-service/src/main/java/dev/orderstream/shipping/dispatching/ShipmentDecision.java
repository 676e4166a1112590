package dev.orderstream.shipping.dispatching;

import dev.orderstream.shipping.dispatching.ShipmentFact.CancellationRequested;
import dev.orderstream.shipping.dispatching.ShipmentFact.Cancelled;
import dev.orderstream.shipping.dispatching.ShipmentFact.Decided;
import dev.orderstream.shipping.dispatching.ShipmentFact.Dispatched;
import dev.orderstream.shipping.dispatching.ShipmentFact.HandOverDue;
import dev.orderstream.shipping.dispatching.ShipmentFact.HandingOver;
import dev.orderstream.shipping.dispatching.ShipmentFact.NotTaken;
import dev.orderstream.shipping.dispatching.ShipmentFact.Ordered;
import dev.orderstream.shipping.dispatching.ShipmentFact.Paid;
import dev.orderstream.shipping.dispatching.ShipmentFact.Prepared;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What follows from the facts about a shipment; the diagram is with [ShipmentState].
final class ShipmentDecision {

    private ShipmentDecision() {}

    /// A shipment after some news, and all that is new about it in the order of learning.
    record Learnt(ShipmentFacts facts, List<ShipmentFact> news) {}

    /// Merges one fact and decides; what is known already changes nothing.
    static Learnt learn(
            ShipmentFacts facts, ShipmentFact.Told told, HandOver handOver, Instant now) {
        if (facts.has(told.getClass())) {
            return new Learnt(facts, List.of());
        }
        ShipmentFacts merged = facts.with(told);
        List<ShipmentFact> news = new ArrayList<>(List.of(told));
        for (Decided decided : follows(merged, handOver, now)) {
            merged = merged.with(decided);
            news.add(decided);
        }
        return new Learnt(merged, news);
    }

    /// What is newly decided, in its order.
    private static List<Decided> follows(ShipmentFacts facts, HandOver handOver, Instant now) {
        if (facts.has(Cancelled.class) || facts.has(Dispatched.class)) {
            return List.of();
        }
        if (facts.has(HandingOver.class)) {
            NotTaken answer = facts.find(NotTaken.class);
            return answer == null ? List.of() : List.of(new Cancelled(answer.reason(), now));
        }
        CancellationRequested wish = facts.find(CancellationRequested.class);
        if (wish != null) {
            return List.of(new Cancelled(wish.reason(), now));
        }
        return facts.has(Ordered.class) && facts.has(Paid.class)
                ? onItsWay(facts, handOver, now)
                : List.of();
    }

    private static List<Decided> onItsWay(ShipmentFacts facts, HandOver handOver, Instant now) {
        List<Decided> decided = new ArrayList<>();
        if (!facts.has(Prepared.class)) {
            decided.add(new Prepared(now));
        }
        boolean packed =
                switch (handOver) {
                    case AT_ONCE -> true;
                    case WHEN_PACKED -> facts.has(HandOverDue.class);
                    case BY_WAREHOUSE -> false;
                };
        if (packed) {
            decided.add(new HandingOver(now));
        }
        return decided;
    }
}
