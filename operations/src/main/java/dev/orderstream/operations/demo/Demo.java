package dev.orderstream.operations.demo;

import dev.orderstream.operations.console.CommandFailure;
import dev.orderstream.operations.following.OrderStates;
import dev.orderstream.operations.reconcile.AcceptedOrder;
import dev.orderstream.operations.reconcile.Difference;
import dev.orderstream.operations.reconcile.Reconciled;
import dev.orderstream.operations.reconcile.Reconciliation;
import dev.orderstream.operations.stack.Stack;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;

/// Posts, follows and reconciles.
final class Demo {

    /// How long the last events of finished orders may take to arrive everywhere, and their last
    /// calls to be over: a little more than the minute that a call may wait until it is made again,
    /// and than the lease of one whose worker died.
    private static final Duration SETTLE_MAX = Duration.ofSeconds(75);

    private static final Duration SETTLE_PAUSE = Duration.ofMillis(500);

    private final Stack stack;
    private final OrderStates states;
    private final ProgressLine progress;
    private final String owner;

    /// @param owner whom the storefront's token stands for
    Demo(Stack stack, ProgressLine progress, String owner) {
        this.stack = stack;
        this.states = new OrderStates(stack.databases());
        this.progress = progress;
        this.owner = owner;
    }

    DemoReport run(
            DemoInput input,
            Storefront storefront,
            double rate,
            Duration patience,
            boolean showSteps,
            Instant since)
            throws InterruptedException {
        long start = System.nanoTime();
        Posted posted = new Posted();
        Following following = new Following(states, posted, progress, patience, showSteps);
        try (Customers customers = new Customers(storefront, stack.gateway(), posted)) {
            Thread posting =
                    Thread.ofPlatform()
                            .name("posting")
                            .daemon()
                            .start(
                                    new Posting(
                                            input.orders(),
                                            storefront,
                                            customers,
                                            posted,
                                            rate,
                                            input.keyPrefix()));
            following.follow(posting);
        }
        DemoReport.Outcome outcome = settle(following, posted, input.keyPrefix(), since);
        progress.done();
        double seconds = (System.nanoTime() - start) / 1e9;
        return DemoReport.of(
                input, posted, outcome.and(Acceptance.differences(input, posted)), seconds);
    }

    /// Reconciles until nothing differs or time is up: all of it is consistent only eventually.
    private DemoReport.Outcome settle(
            Following following, Posted posted, String keyPrefix, Instant since)
            throws InterruptedException {
        progress.show("reconciling");
        long giveUpAt = System.nanoTime() + SETTLE_MAX.toNanos();
        while (true) {
            boolean last = System.nanoTime() > giveUpAt;
            try {
                Reconciled found = planned(reconcile(following, keyPrefix, since), posted);
                if (last || found.differences().isEmpty() || !following.unfinished().isEmpty()) {
                    return new DemoReport.Outcome(
                            following.accepted().size(), following.unfinished().size(), found);
                }
            } catch (IOException | SQLException | KafkaException e) {
                if (last) {
                    throw CommandFailure.failed(
                            "The orders are posted, but cannot be reconciled: " + e.getMessage());
                }
            }
            Thread.sleep(SETTLE_PAUSE);
        }
    }

    private Reconciled reconcile(Following following, String keyPrefix, Instant since)
            throws IOException, SQLException, InterruptedException {
        Reconciled found =
                new Reconciliation(stack, since).run(following.accepted(), following.unfinished());
        Set<UUID> told =
                following.accepted().stream().map(AcceptedOrder::id).collect(Collectors.toSet());
        return found.and(
                Untold.differences(
                        told, states.byKey(owner, keyPrefix), states.withoutKey(owner, since)));
    }

    /// Where a customer had a plan, the order must have ended in one of the ways it leads to.
    private static Reconciled planned(Reconciled found, Posted posted) {
        List<Difference> unplanned = new ArrayList<>();
        posted.scenarios()
                .forEach((order, scenario) -> {
                    String ending = found.endings().getOrDefault(order, "not accepted");
                    if (!scenario.allows(ending)) {
                        unplanned.add(
                                new Difference(
                                        order.toString(),
                                        "scenario-ending",
                                        scenario.name(),
                                        ending));
                    }
                });
        return found.and(unplanned);
    }
}
