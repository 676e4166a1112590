package dev.orderstream.orders.expiring;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;

/// Sweeps from time to time, and keeps the gauge at what is stored, whichever replica swept.
@ApplicationScoped
class ExpiryClock {

    private final SweepingOldOrders sweeping;
    private final OverdueOrders overdue;
    private final OverdueGauge gauge;
    private final Clock clock;

    ExpiryClock(
            SweepingOldOrders sweeping, OverdueOrders overdue, OverdueGauge gauge, Clock clock) {
        this.sweeping = sweeping;
        this.overdue = overdue;
        this.gauge = gauge;
        this.clock = clock;
    }

    @Scheduled(
            every = "${orders.expiry.poll-interval}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        sweep(clock.instant());
    }

    void sweep(Instant now) {
        while (sweeping.sweep(now)) {
            // Each one is a transaction of its own.
        }
        gauge.show(QuarkusTransaction.requiringNew().call(overdue::count));
    }
}
