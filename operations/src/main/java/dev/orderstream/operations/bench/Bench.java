package dev.orderstream.operations.bench;

import dev.orderstream.operations.bench.Drain.Drained;
import dev.orderstream.operations.bench.Measuring.Measured;
import dev.orderstream.operations.following.OrderStates;
import dev.orderstream.operations.stack.Stack;
import java.io.IOException;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/// Posts by plan, and measures meanwhile.
final class Bench {

    /// Whoever begins cold may have to catch up a good while.
    private static final Duration WARM_UP_DRAIN_MAX = Duration.ofMinutes(2);

    private static final Duration DRAIN_MAX = Duration.ofSeconds(10);

    private final Stack stack;
    private final BenchPlan plan;
    private final Journeys journeys;
    private final CpuMeter cpu;

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
                Backlog backlog = new Backlog(stack.broker().consumer(), journeys);
                LagMeter lags = new LagMeter(stack.broker(), stack.databases())) {
            long from = System.nanoTime();
            List<Double> costs = warmUp.run();
            long warmAt = System.nanoTime();
            Drained drainedFirst = drain(warmAt, WARM_UP_DRAIN_MAX);
            var warmedUp = new WarmedUp((warmAt - from) / 1e9, costs, drainedFirst.seconds());
            Measured measured = new Measuring(plan, journeys, cpu, backlog::sample).run(loop);
            Lag atLastPost = lags.read();
            loop.await();
            Drained drained = drain(measured.until(), DRAIN_MAX);
            List<Long> thirds = Backlog.thirds(backlog.samples());
            return report(warmedUp, measured, thirds, atLastPost, lags.read(), drained);
        }
    }

    private Drained drain(long since, Duration most) throws SQLException, InterruptedException {
        return Drain.wait(new OrderStates(stack.databases()), journeys.accepted(), since, most);
    }

    private BenchReport report(
            WarmedUp warmedUp,
            Measured measured,
            List<Long> backlogByThird,
            Lag atLastPost,
            Lag atEnd,
            Drained drained) {
        return new BenchReport(
                plan.rate(),
                measured.rate(),
                Sustained.of(plan, measured, journeys, backlogByThird, drained.unfinished()),
                warmedUp.seconds(),
                warmedUp.costs(),
                warmedUp.drainSeconds(),
                journeys.warmupErrors(),
                measured.seconds(),
                journeys.acceptedCount(),
                measured.accepted(),
                journeys.errors(),
                journeys.post(),
                journeys.paid(),
                measured.cpuUsPerOrder(),
                backlogByThird,
                atLastPost,
                atEnd,
                drained.seconds(),
                drained.unfinished());
    }
}
