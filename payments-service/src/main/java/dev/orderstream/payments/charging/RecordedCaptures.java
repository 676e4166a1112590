package dev.orderstream.payments.charging;

import dev.orderstream.delivery.memory.Recent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/// Orders whose captured charge this process recorded lately: a webhook that tells of it tells
/// nothing new, and is answered without a look at the database.
///
/// A charge that was captured stays so, whatever is learnt later.
@ApplicationScoped
class RecordedCaptures {

    private static final int RECENT_MAX = 10_000;

    private final Recent<UUID, Boolean> recent = new Recent<>(RECENT_MAX);

    /// To be called once it is durable.
    void add(UUID orderId) {
        recent.put(orderId, true);
    }

    /// Whether it is known here; what another process or an earlier one recorded is not.
    boolean has(UUID orderId) {
        return recent.get(orderId) != null;
    }
}
