package dev.orderstream.operations.bench;

import dev.orderstream.operations.bench.Drain.Drained;
import dev.orderstream.operations.following.OrderStates;
import dev.orderstream.operations.stack.Stack;
import java.io.IOException;
import java.io.PrintWriter;
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

    /// Whoever begins cold may have to catch up a good while.
    private static final Duration WARM_UP_DRAIN_MAX = Duration.ofMinutes(2);

    private static final Duration DRAIN_MAX = Duration.ofSeconds(10);

    private final Stack stack;
    private final BenchPlan plan;
    private final Journeys journeys;
    private final CpuMeter cpu;

    private Map<String, Duration> cpuBefore = Map.of();
    private Map<String, Duration> cpuAfter = Map.of();
    private long measuredFrom;
    private long lastPostAt;

    /// How the warm-up went.
    private record WarmedUp(double seconds, List<Double> costs, double drainSeconds) {}

    Bench(Stack stack, BenchPlan plan, Journeys journeys) {
        this.stack = stack;
        this.plan = plan;
        this.journeys = journeys;
        this.cpu = new CpuMeter(stack.processes());
    }

    BenchReport run(OrderPosts posts, PrintWriter progress)
            throws IOException, SQLException, InterruptedException {
        OpenLoop loop = new OpenLoop(plan, posts);
        WarmUp warmUp = new WarmUp(plan, loop, journeys, cpu, progress);
        try (PaymentWatch watch = PaymentWatch.start(stack.broker().consumer(), journeys);
                Backlog backlog = new Backlog(stack.broker(), journeys);
                LagMeter lags = new LagMeter(stack.broker(), stack.databases())) {
            long from = System.nanoTime();
            List<Double> costs = warmUp.run();
            long warmAt = System.nanoTime();
            Drained drainedFirst = drain(warmAt, WARM_UP_DRAIN_MAX);
            var warmedUp = new WarmedUp((warmAt - from) / 1e9, costs, drainedFirst.seconds());
            journeys.measureFrom(loop.next());
            measure(loop, backlog);
            Lag atLastPost = lags.read();
            Drained drained = drain(lastPostAt, DRAIN_MAX);
            return report(warmedUp, backlog.samples(), atLastPost, lags.read(), drained);
        }
    }

    private Drained drain(long since, Duration most) throws SQLException, InterruptedException {
        return Drain.wait(new OrderStates(stack.databases()), journeys.accepted(), since, most);
    }

    private void measure(OpenLoop loop, Backlog backlog) throws InterruptedException {
        try (ScheduledExecutorService sampler = Executors.newSingleThreadScheduledExecutor()) {
            startMeasuring(backlog, sampler);
            loop.post(plan.measured());
            stopMeasuring();
            loop.await();
            sampler.shutdownNow();
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

    private BenchReport report(
            WarmedUp warmedUp, List<Long> backlog, Lag atLastPost, Lag atEnd, Drained drained) {
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
                warmedUp.seconds(),
                warmedUp.costs(),
                warmedUp.drainSeconds(),
                journeys.warmupErrors(),
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
