package dev.orderstream.delivery.outbox;

import dev.orderstream.delivery.database.Database;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/// Keeps a partition for each coming day and drops the days past their retention.
///
/// A default partition takes what finds no day, so a missed run loses nothing.
@ApplicationScoped
class OutboxPartitions {

    private static final Logger LOG = Logger.getLogger(OutboxPartitions.class);

    private final Database database;
    private final OutboxConfig config;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("outbox-partitions").factory());

    OutboxPartitions(Database database, OutboxConfig config) {
        this.database = database;
        this.config = config;
    }

    void start(@Observes @Priority(10) StartupEvent event) {
        maintainQuietly();
        ScheduledFuture<?> _ =
                clock.scheduleWithFixedDelay(this::maintainQuietly, 1, 1, TimeUnit.HOURS);
    }

    void stop(@Observes Shutdown event) {
        clock.shutdownNow();
    }

    /// Makes the partitions of today and the days ahead, and drops those past the retention.
    void maintain() {
        QuarkusTransaction.requiringNew()
                .run(() ->
                        database.query(
                                "SELECT outbox_maintain(?::int, ?::interval)",
                                row -> "",
                                config.daysAhead(),
                                config.retention().toString()));
    }

    private void maintainQuietly() {
        try {
            maintain();
        } catch (RuntimeException e) {
            LOG.warn("outbox partitions were not maintained; the next run tries again", e);
        }
    }
}
