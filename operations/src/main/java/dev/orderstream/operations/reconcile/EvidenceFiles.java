package dev.orderstream.operations.reconcile;

import dev.orderstream.operations.stack.OrderKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The evidence of the orders that are looked at; everybody else's is not taken.
final class EvidenceFiles {

    private final Map<UUID, Evidence> byOrder = new HashMap<>();

    EvidenceFiles(Collection<AcceptedOrder> orders) {
        orders.forEach(order -> byOrder.put(order.id(), new Evidence()));
    }

    Set<UUID> orders() {
        return byOrder.keySet();
    }

    Optional<Evidence> of(UUID order) {
        return Optional.ofNullable(byOrder.get(order));
    }

    /// The evidence of the order with this id; empty when it is no id.
    Optional<Evidence> of(@Nullable String order) {
        return OrderKey.read(order).flatMap(this::of);
    }

    /// The evidence of the order that a record's key names.
    Optional<Evidence> of(byte @Nullable [] key) {
        return OrderKey.read(key).flatMap(this::of);
    }
}
