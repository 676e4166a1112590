package dev.orderstream.operations.demo;

import dev.orderstream.operations.following.Seen;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// The orders that are followed because they are not at their end.
final class OpenOrders {

    private final Set<UUID> open = new LinkedHashSet<>();
    private final Query awaitingDelivery;
    private final Query withdrawn;

    /// Finds some of these orders in a database.
    @FunctionalInterface
    interface Query {
        Set<UUID> among(Collection<UUID> orders) throws SQLException;
    }

    /// @param awaitingDelivery those of dispatched orders whose delivery is to come
    /// @param withdrawn those of cancelled orders whose payment is over too
    OpenOrders(Query awaitingDelivery, Query withdrawn) {
        this.awaitingDelivery = awaitingDelivery;
        this.withdrawn = withdrawn;
    }

    void add(UUID order) {
        open.add(order);
    }

    Set<UUID> ids() {
        return open;
    }

    /// Leaves out those that are at their end now; where a query fails, none.
    void update(Map<UUID, Seen> now) throws SQLException {
        Set<UUID> ended = new HashSet<>();
        Set<UUID> dispatched = new HashSet<>();
        Set<UUID> cancelled = new HashSet<>();
        now.forEach((order, state) -> {
            if (state.ended()) {
                boolean mayBeDelivered = state.dispatched() && !state.delivered();
                (mayBeDelivered ? dispatched : state.cancelled() ? cancelled : ended).add(order);
            }
        });
        if (!dispatched.isEmpty()) {
            dispatched.removeAll(awaitingDelivery.among(dispatched));
            ended.addAll(dispatched);
        }
        if (!cancelled.isEmpty()) {
            ended.addAll(withdrawn.among(cancelled));
        }
        open.removeAll(ended);
    }
}
