package dev.orderstream.operations.bench;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/// Posts what is only to warm up: JVMs compile what they run for minutes, and until then an order
/// costs more.
final class WarmUp {

    /// As long as anybody wants to wait.
    private static final Duration MOST = Duration.ofMinutes(4);

    /// So many steps, of a second each, are a window over which the cost of an order is taken.
    private static final int WINDOW = 15;

    private static final Duration PAUSE = Duration.ofMillis(20);

    /// So many windows that bring nothing more end it.
    private static final int STEADY = 3;

    /// What an order costs is no more exact than this from one window to the next.
    private static final double NOISE = 0.04;

    private final BenchPlan plan;
    private final OpenLoop loop;
    private final Journeys journeys;
    private final CpuMeter cpu;
    private final PrintWriter progress;
    private final List<Double> costs = new ArrayList<>();

    WarmUp(BenchPlan plan, OpenLoop loop, Journeys journeys, CpuMeter cpu, PrintWriter progress) {
        this.plan = plan;
        this.loop = loop;
        this.journeys = journeys;
        this.cpu = cpu;
        this.progress = progress;
    }

    /// Posts for as long as the plan says, or until it is warm.
    ///
    /// @return what an order cost in each part of it, in microseconds of CPU time
    List<Double> run() throws InterruptedException {
        Duration fixed = plan.warmup();
        if (fixed != null) {
            costs.add(cost(() -> loop.post(fixed)));
        } else {
            untilWarm(System.nanoTime() + MOST.toNanos());
        }
        loop.await();
        return costs;
    }

    private void untilWarm(long deadline) throws InterruptedException {
        while (!isSteady(costs) && System.nanoTime() < deadline) {
            double cost = cost(() -> postAsTaken(deadline));
            costs.add(cost);
            progress.printf("warm-up: an order costs %.1f ms of CPU time%n", cost / 1e3);
            progress.flush();
        }
    }

    /// Posts a window's orders, no faster than they are paid: a stack that is cold would have to
    /// catch up for long.
    private void postAsTaken(long deadline) throws InterruptedException {
        for (int step = 0; step < WINDOW && System.nanoTime() < deadline; step++) {
            while (journeys.unpaid() > plan.rate() && System.nanoTime() < deadline) {
                Thread.sleep(PAUSE);
            }
            loop.post(step());
        }
    }

    /// A second, or as long as it takes for one order.
    private Duration step() {
        return Duration.ofNanos((long) (1e9 * Math.max(1, 1 / plan.rate())));
    }

    private double cost(Posting posting) throws InterruptedException {
        int accepted = journeys.acceptedCount();
        int paid = journeys.paidCount();
        Map<String, Duration> before = cpu.read();
        posting.run();
        // While it falls behind it works for fewer orders than it accepts, then for more.
        int orders = Math.min(journeys.acceptedCount() - accepted, journeys.paidCount() - paid);
        return CpuMeter.total(CpuMeter.perOrder(before, cpu.read(), orders));
    }

    private interface Posting {
        void run() throws InterruptedException;
    }

    /// Whether the last windows were no cheaper than the cheapest before them.
    static boolean isSteady(List<Double> costs) {
        int before = costs.size() - STEADY;
        return before > 0
                && Collections.min(costs.subList(before, costs.size()))
                        > (1 - NOISE) * Collections.min(costs.subList(0, before));
    }
}
