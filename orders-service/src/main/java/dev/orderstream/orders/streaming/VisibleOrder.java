package dev.orderstream.orders.streaming;

import dev.orderstream.orders.problems.ProblemException;
import dev.orderstream.orders.reading.Caller;
import dev.orderstream.orders.reading.OrderIds;
import dev.orderstream.orders.reading.Orders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/// Asks whether a caller may follow an order, in a transaction that is over before the stream
/// begins.
@ApplicationScoped
class VisibleOrder {

    private final Orders orders;

    VisibleOrder(Orders orders) {
        this.orders = orders;
    }

    /// @throws ProblemException when the caller has no such order
    @Transactional
    void require(UUID id, Caller caller) {
        if (orders.visible(id, caller).isEmpty()) {
            throw OrderIds.notFound();
        }
    }
}
