package dev.orderstream.orders.lifecycle;

import dev.orderstream.events.OrderEvent;
import dev.orderstream.events.OrderEvent.OrderCancelled;
import dev.orderstream.events.OrderEvent.OrderCompleted;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// What this service tells when an order's facts have grown.
///
/// Facts only grow and are merged under a lock, so each of these is told once.
final class OrderDecision {

    private OrderDecision() {}

    /// What has become true with the facts that are new.
    static List<OrderEvent> follows(UUID orderId, OrderFacts known, OrderFacts merged) {
        List<OrderEvent> told = new ArrayList<>();
        var cancelled = merged.shipment().cancelled();
        if (cancelled != null && known.shipment().cancelled() == null) {
            told.add(new OrderCancelled(orderId, cancelled.at(), cancelled.reason()));
        }
        if (known.completedAt().isEmpty()) {
            merged.completedAt().map(at -> new OrderCompleted(orderId, at)).ifPresent(told::add);
        }
        return told;
    }
}
