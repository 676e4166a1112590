package dev.orderstream.operations.bench;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/// Posts what is measured, and measures as long as it posts: what is accepted or paid for later
/// belongs to no time and no CPU time that was measured.
final class Measuring {

    private final BenchPlan plan;
    private final Journeys journeys;
    private final CpuMeter cpu;
    private final Runnable sample;

    /// What was measured.
    ///
    /// @param until when it ended, by the nano clock
    /// @param accepted orders that were posted and accepted meanwhile
    /// @param worked those of them that were paid for meanwhile: while it falls behind it works for
    ///   fewer orders than it accepts
    /// @param cpuUsPerOrder CPU time of each process for each order that it worked for, in
    ///   microseconds
    record Measured(
            double seconds,
            long until,
            int accepted,
            int worked,
            Map<String, Double> cpuUsPerOrder) {

        /// Accepted a second.
        double rate() {
            return accepted / seconds;
        }
    }

    /// @param sample taken every second
    Measuring(BenchPlan plan, Journeys journeys, CpuMeter cpu, Runnable sample) {
        this.plan = plan;
        this.journeys = journeys;
        this.cpu = cpu;
        this.sample = sample;
    }

    /// Returns when the time is over, whether or not all is answered.
    Measured run(OpenLoop loop) throws InterruptedException {
        try (ScheduledExecutorService sampler = Executors.newSingleThreadScheduledExecutor()) {
            journeys.measureFrom(loop.next());
            ScheduledFuture<?> unused = sampler.scheduleAtFixedRate(sample, 0, 1, TimeUnit.SECONDS);
            Map<String, Duration> before = cpu.read();
            long from = System.nanoTime();
            loop.post(plan.measured());
            long until = System.nanoTime();
            int accepted = journeys.measured();
            int worked = Math.min(accepted, (int) journeys.paid().count());
            return new Measured(
                    (until - from) / 1e9,
                    until,
                    accepted,
                    worked,
                    CpuMeter.perOrder(before, cpu.read(), worked));
        }
    }
}
