package dev.orderstream.orders.webhooks;

import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/// Deletes the log of attempts, and calls that are done, past their retention.
@Startup
@ApplicationScoped
class ForgettingOldAttempts {

    private static final Logger LOG = Logger.getLogger(ForgettingOldAttempts.class);

    private final Attempts attempts;
    private final WebhooksConfig config;
    private final Clock clock;

    ForgettingOldAttempts(Attempts attempts, WebhooksConfig config, Clock clock) {
        check(config.retention(), config.retryAfter());
        this.attempts = attempts;
        this.config = config;
        this.clock = clock;
    }

    /// Attempts are counted from the log: one that forgot them would have a message sent for ever.
    static void check(Duration retention, List<Duration> waits) {
        Duration all = waits.stream().reduce(Duration.ZERO, Duration::plus);
        if (retention.compareTo(all.multipliedBy(2)) < 0) {
            throw new IllegalArgumentException(
                    "orders.webhooks.retention must be at least twice %s, which is all of orders.webhooks.retry-after together"
                            .formatted(all));
        }
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
