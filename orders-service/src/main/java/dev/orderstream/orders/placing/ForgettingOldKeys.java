package dev.orderstream.orders.placing;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jboss.logging.Logger;

/// Deletes idempotency keys past their retention.
@ApplicationScoped
class ForgettingOldKeys {

    private static final Logger LOG = Logger.getLogger(ForgettingOldKeys.class);

    private final PlacedOrders orders;
    private final PlacingConfig config;

    ForgettingOldKeys(PlacedOrders orders, PlacingConfig config) {
        this.orders = orders;
        this.config = config;
    }

    @Scheduled(
            every = "1h",
            delayed = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void forget() {
        int keys = orders.forget(config.idempotencyRetention());
        LOG.debugf("%d idempotency keys forgotten", keys);
    }
}
