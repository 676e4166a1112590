package dev.orderstream.operations.bench;

import dev.orderstream.operations.bench.Measuring.Measured;
import java.time.Duration;
import java.util.List;

/// Decides whether a rate was sustained.
final class Sustained {

    /// The share of the rate asked for that has to be achieved.
    private static final double SHARE_MIN = 0.99;

    /// So many of the last orders, by the time in which they are posted, may be under way.
    private static final Duration ANSWER_MAX = Duration.ofMillis(200);

    private Sustained() {}

    /// Every order was accepted, at the rate at which they were posted; each was paid for and came
    /// to its end; and no work piled up.
    ///
    /// @param journeys when all is over
    /// @param unfinished accepted orders that were not at their end in time
    static boolean of(
            BenchPlan plan,
            Measured measured,
            Journeys journeys,
            List<Long> backlogByThird,
            int unfinished) {
        int posted = plan.orders(plan.measured());
        return journeys.measured() == posted
                && journeys.errors().isEmpty()
                && keepsUp(measured, plan.rate())
                && journeys.paid().count() == posted
                && !Backlog.grows(backlogByThird, plan.rate())
                && unfinished == 0;
    }

    private static boolean keepsUp(Measured measured, double rate) {
        double underWay = Math.max(1, rate * ANSWER_MAX.toMillis() / 1e3);
        return (measured.accepted() + underWay) / measured.seconds() >= SHARE_MIN * rate;
    }
}
