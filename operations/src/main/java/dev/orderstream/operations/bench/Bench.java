package dev.orderstream.operations.bench;

import dev.orderstream.operations.bench.Drain.Drained;
import dev.orderstream.operations.following.OrderStates;
import dev.orderstream.operations.stack.Stack;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/// Posts by plan, and measures meanwhile.
final class Bench {

    private static final Duration DRAIN_MAX = Duration.ofSeconds(10);

    private final Stack stack;
    private final BenchPlan plan;
    private final Journeys journeys;
    private final CpuMeter cpu;

    private Map<String, Duration> cpuBefore = Map.of();
    private Map<String, Duration> cpuAfter = Map.of();
    private long measuredFrom;
    private long lastPostAt;

    Bench(Stack stack, BenchPlan plan, Journeys journeys) {
        this.stack = stack;
        this.plan = plan;
        this.journeys = journeys;
        this.cpu = new CpuMeter(stack.processes());
    }

    BenchReport run(OrderPosts posts) throws IOException, SQLException, InterruptedException {
        try (PaymentWatch watch = PaymentWatch.start(stack.broker(), journeys);
                LagMeter lags = new LagMeter(stack.broker(), stack.databases())) {
            List<Long> backlog = load(posts);
            Lag atLastPost = lags.read();
            Drained drained =
                    Drain.wait(
                            new OrderStates(stack.databases()),
                            journeys.accepted(),
                            lastPostAt,
                            DRAIN_MAX);
            return report(backlog, atLastPost, lags.read(), drained);
        }
    }

    private List<Long> load(OrderPosts posts) throws InterruptedException {
        try (Backlog backlog = new Backlog(stack.broker(), journeys);
                ScheduledExecutorService sampler = Executors.newSingleThreadScheduledExecutor()) {
            new OpenLoop(plan, posts)
                    .run(() -> startMeasuring(backlog, sampler), this::stopMeasuring);
            sampler.shutdownNow();
            return backlog.samples();
        }
    }

    private void startMeasuring(Backlog backlog, ScheduledExecutorService sampler) {
        ScheduledFuture<?> unused =
                sampler.scheduleAtFixedRate(backlog::sample, 0, 1, TimeUnit.SECONDS);
        cpuBefore = cpu.read();
        measuredFrom = System.nanoTime();
    }

    private void stopMeasuring() {
        lastPostAt = System.nanoTime();
        cpuAfter = cpu.read();
    }

    private BenchReport report(List<Long> backlog, Lag atLastPost, Lag atEnd, Drained drained) {
        double seconds = (lastPostAt - measuredFrom) / 1e9;
        List<Long> thirds = Backlog.thirds(backlog);
        boolean sustained =
                drained.unfinished() == 0
                        && journeys.errors().isEmpty()
                        && !Backlog.grows(thirds, plan.rate());
        return new BenchReport(
                plan.rate(),
                journeys.measured() / seconds,
                sustained,
                plan.warmup().toMillis() / 1e3,
                seconds,
                journeys.acceptedCount(),
                journeys.measured(),
                journeys.errors(),
                journeys.post(),
                journeys.paid(),
                CpuMeter.perOrder(cpuBefore, cpuAfter, journeys.measured()),
                thirds,
                atLastPost,
                atEnd,
                drained.seconds(),
                drained.unfinished());
    }
}
