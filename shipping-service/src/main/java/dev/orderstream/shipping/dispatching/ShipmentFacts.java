package dev.orderstream.shipping.dispatching;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Everything known about the shipment of one order, at most one fact of each kind.
record ShipmentFacts(
        UUID orderId, UUID shipmentId, Map<Class<? extends ShipmentFact>, ShipmentFact> known) {

    ShipmentFacts {
        known = Map.copyOf(known);
    }

    static ShipmentFacts none(UUID orderId, UUID shipmentId) {
        return new ShipmentFacts(orderId, shipmentId, Map.of());
    }

    boolean has(Class<? extends ShipmentFact> kind) {
        return known.containsKey(kind);
    }

    <F extends ShipmentFact> @Nullable F find(Class<F> kind) {
        return kind.cast(known.get(kind));
    }

    /// These facts and one more; the first fact of a kind stays.
    ShipmentFacts with(ShipmentFact fact) {
        if (has(fact.getClass())) {
            return this;
        }
        var more = new HashMap<>(known);
        more.put(fact.getClass(), fact);
        return new ShipmentFacts(orderId, shipmentId, more);
    }

    /// Whether something was learnt since then.
    boolean knowsMoreThan(Map<UUID, ShipmentFacts> earlier) {
        ShipmentFacts then = earlier.get(orderId);
        return then == null || known.size() > then.known.size();
    }

    ShipmentState state() {
        return ShipmentState.of(this);
    }
}
