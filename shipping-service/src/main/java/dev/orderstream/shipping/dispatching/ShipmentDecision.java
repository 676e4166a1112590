package dev.orderstream.shipping.dispatching;

import dev.orderstream.shipping.dispatching.ShipmentFact.CancellationRequested;
import dev.orderstream.shipping.dispatching.ShipmentFact.Cancelled;
import dev.orderstream.shipping.dispatching.ShipmentFact.Decided;
import dev.orderstream.shipping.dispatching.ShipmentFact.HandOverDue;
import dev.orderstream.shipping.dispatching.ShipmentFact.HandingOver;
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
            ShipmentFacts facts, ShipmentFact.Told told, boolean packingTakesTime, Instant now) {
        if (facts.has(told.getClass())) {
            return new Learnt(facts, List.of());
        }
        ShipmentFacts merged = facts.with(told);
        List<ShipmentFact> news = new ArrayList<>(List.of(told));
        for (Decided decided : follows(merged, packingTakesTime, now)) {
            merged = merged.with(decided);
            news.add(decided);
        }
        return new Learnt(merged, news);
    }

    /// What is newly decided, in its order.
    ///
    /// @param packingTakesTime whether a clock tells when the parcel is packed; otherwise it is at
    ///   once
    private static List<Decided> follows(
            ShipmentFacts facts, boolean packingTakesTime, Instant now) {
        if (facts.has(Cancelled.class) || facts.has(HandingOver.class)) {
            return List.of();
        }
        if (facts.has(CancellationRequested.class)) {
            return List.of(new Cancelled(now));
        }
        List<Decided> decided = new ArrayList<>();
        if (facts.has(Ordered.class) && facts.has(Paid.class)) {
            if (!facts.has(Prepared.class)) {
                decided.add(new Prepared(now));
            }
            if (!packingTakesTime || facts.has(HandOverDue.class)) {
                decided.add(new HandingOver(now));
            }
        }
        return decided;
    }
}
