package dev.orderstream.payments.webhooks;

import dev.orderstream.delivery.database.Database;
import dev.orderstream.payments.gateway.GatewayConfig;
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

/// Forgets the ids of webhooks that nobody repeats any more.
@ApplicationScoped
class WebhookRetention {

    private static final Logger LOG = Logger.getLogger(WebhookRetention.class);

    private final Database database;
    private final GatewayConfig config;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("webhook-retention").factory());

    WebhookRetention(Database database, GatewayConfig config) {
        this.database = database;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        ScheduledFuture<?> _ =
                clock.scheduleWithFixedDelay(this::pruneQuietly, 0, 1, TimeUnit.HOURS);
    }

    void stop(@Observes Shutdown event) {
        clock.shutdownNow();
    }

    void prune() {
        QuarkusTransaction.requiringNew()
                .run(() ->
                        database.update(
                                "DELETE FROM webhook_event WHERE received_at < now() - ?::interval",
                                config.webhookRetention().toString()));
    }

    private void pruneQuietly() {
        try {
            prune();
        } catch (RuntimeException e) {
            LOG.warn("old webhooks were not forgotten; the next run tries again", e);
        }
    }
}
