package dev.orderstream.operations.reconcile;

import dev.orderstream.events.Money;
import dev.orderstream.events.OrderEvent.OrderCancellationRequested;
import dev.orderstream.events.OrderEvent.OrderCancelled;
import dev.orderstream.events.OrderEvent.OrderCompleted;
import dev.orderstream.events.OrderEvent.OrderCreated;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/// What must be true of an order's own rows and events.
final class OrderRules {

    private OrderRules() {}

    static void storedOnce(AcceptedOrder order, Evidence evidence, Findings findings) {
        findings.expect("order-stored-once", 1, evidence.orders.size());
        for (StoredOrder stored : evidence.orders) {
            findings.expect("order-stored-total", order.total(), stored.total());
        }
    }

    static void createdOnce(AcceptedOrder order, Evidence evidence, Findings findings) {
        findings.expect("order-created-once", 1, evidence.count(OrderCreated.class));
        for (ToldEvent event : evidence.events) {
            Money total = event.amount();
            if (event.is(OrderCreated.class)) {
                findings.expect("order-created-total", order.total(), total);
            }
        }
    }

    static void completedIffDelivered(AcceptedOrder order, Evidence evidence, Findings findings) {
        boolean complete = evidence.paid() && evidence.delivered();
        findings.expect(
                "order-completed-iff-delivered",
                complete ? 1 : 0,
                evidence.count(OrderCompleted.class));
    }

    static void statusFollows(AcceptedOrder order, Evidence evidence, Findings findings) {
        for (StoredOrder stored : evidence.orders) {
            findings.expect("order-status", status(evidence), stored.status());
        }
    }

    /// The storefront's timeline tells each event, and nothing else.
    static void timelineTellsAll(AcceptedOrder order, Evidence evidence, Findings findings) {
        Set<UUID> told = new HashSet<>();
        evidence.events.forEach(event -> told.add(event.id()));
        findings.none("timeline-misses-event", Sets.minus(told, evidence.timeline));
        findings.none("timeline-invents-event", Sets.minus(evidence.timeline, told));
    }

    static void cancelledAtMostOnce(AcceptedOrder order, Evidence evidence, Findings findings) {
        findings.atMost("order-cancelled-once", 1, evidence.count(OrderCancelled.class));
        findings.atMost(
                "cancellation-requested-once", 1, evidence.count(OrderCancellationRequested.class));
    }

    private static String status(Evidence evidence) {
        if (evidence.refunded()) {
            return "REFUNDED";
        }
        if (evidence.cancelled()) {
            return "CANCELLED";
        }
        if (!evidence.paid()) {
            return "PAYMENT_FAILED";
        }
        return evidence.delivered() ? "DELIVERED" : "DISPATCHED";
    }

    /// The end of an order that was not reached in time, told apart from a wrong one.
    static void reachedAnEnd(AcceptedOrder order, Evidence evidence, Findings findings) {
        String found =
                evidence.orders.stream().map(StoredOrder::status).findFirst().orElse("not stored");
        findings.expect("order-reached-an-end", "an end", Objects.requireNonNull(found));
    }
}
