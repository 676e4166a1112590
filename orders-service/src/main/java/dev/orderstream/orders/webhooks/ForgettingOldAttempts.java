package dev.orderstream.orders.webhooks;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.jboss.logging.Logger;

/// Deletes the log of attempts, and calls that are done, past their retention.
@ApplicationScoped
class ForgettingOldAttempts {

    private static final Logger LOG = Logger.getLogger(ForgettingOldAttempts.class);

    private final Attempts attempts;
    private final WebhooksConfig config;
    private final Clock clock;

    ForgettingOldAttempts(Attempts attempts, WebhooksConfig config, Clock clock) {
        this.attempts = attempts;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(
            every = "1h",
            delayed = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void forget() {
        int rows = attempts.forget(clock.instant().minus(config.retention()));
        LOG.debugf("%d rows of old webhooks forgotten", rows);
    }
}
