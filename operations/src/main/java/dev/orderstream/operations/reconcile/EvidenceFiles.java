package dev.orderstream.operations.reconcile;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The evidence of the orders that are looked at; everybody else's is not taken.
final class EvidenceFiles {

    private static final int UUID_LENGTH = 36;

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
        if (order == null || order.length() != UUID_LENGTH) {
            return Optional.empty();
        }
        try {
            return of(UUID.fromString(order));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// The evidence of the order that a record's key names.
    Optional<Evidence> of(byte @Nullable [] key) {
        return key == null ? Optional.empty() : of(new String(key, StandardCharsets.US_ASCII));
    }
}
