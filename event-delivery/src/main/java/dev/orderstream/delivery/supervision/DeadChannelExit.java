package dev.orderstream.delivery.supervision;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.reactive.messaging.health.HealthReport;
import io.smallrye.reactive.messaging.providers.extension.HealthCenter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/// Ends the process when a Kafka channel has stopped for good.
///
/// A dead channel shows only in health; the process would live on and take nothing. Whatever
/// supervises it starts it anew from the last committed offset.
@ApplicationScoped
class DeadChannelExit {

    private static final Logger LOG = Logger.getLogger(DeadChannelExit.class);
    private static final int CHECK_SECONDS = 2;

    private final HealthCenter health;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("dead-channel-exit").factory());

    DeadChannelExit(HealthCenter health) {
        this.health = health;
    }

    void start(@Observes StartupEvent event) {
        ScheduledFuture<?> _ =
                clock.scheduleWithFixedDelay(
                        this::check, CHECK_SECONDS, CHECK_SECONDS, TimeUnit.SECONDS);
    }

    void stop(@Observes Shutdown event) {
        clock.shutdownNow();
    }

    private void check() {
        HealthReport liveness = health.getLiveness();
        if (!liveness.isOk()) {
            liveness.getChannels().stream()
                    .filter(channel -> !channel.isOk())
                    .forEach(c ->
                            LOG.fatalf("channel %s is dead: %s", c.getChannel(), c.getMessage()));
            clock.shutdown();
            Quarkus.asyncExit(1);
        }
    }
}
