package dev.orderstream.delivery.inbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/// Deletes inbox rows past their retention, a bounded number in a transaction: after a long stop
/// there may be millions.
@ApplicationScoped
class ForgettingOldEvents {

    private static final Logger LOG = Logger.getLogger(ForgettingOldEvents.class);
    private static final int ROWS_MAX = 10_000;

    private final Inbox inbox;
    private final InboxConfig config;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("inbox-retention").factory());

    ForgettingOldEvents(Inbox inbox, InboxConfig config) {
        this.inbox = inbox;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        ScheduledFuture<?> _ =
                clock.scheduleWithFixedDelay(this::forgetQuietly, 1, 60, TimeUnit.MINUTES);
    }

    void stop(@Observes Shutdown event) {
        clock.shutdownNow();
    }

    void forget() {
        int forgotten = ROWS_MAX;
        while (forgotten == ROWS_MAX && !clock.isShutdown()) {
            forgotten =
                    QuarkusTransaction.requiringNew()
                            .call(() -> inbox.forget(config.retention(), ROWS_MAX));
        }
    }

    private void forgetQuietly() {
        try {
            forget();
        } catch (RuntimeException e) {
            LOG.warn("old events were not forgotten; the next run goes on", e);
        }
    }
}
