package dev.orderstream.operations.demo;

import dev.orderstream.operations.following.OrderStates;
import dev.orderstream.operations.following.Seen;
import dev.orderstream.operations.reconcile.AcceptedOrder;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Follows accepted orders until each is at its end, or nothing moves any more.
final class Following {

    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

    /// Looking may cost a fifth of the time, not more.
    private static final int PAUSE_PER_LOOK = 4;

    private static final int SHOWN_MAX = 3;

    private final OrderStates states;
    private final Posted posted;
    private final ProgressLine progress;
    private final Duration patience;
    private final boolean showSteps;

    private final List<AcceptedOrder> accepted = new ArrayList<>();
    private final Map<UUID, Seen> seen = new HashMap<>();
    private final OpenOrders open;
    private final Set<UUID> shownSteps = new HashSet<>();
    private long movedAt = System.nanoTime();

    /// @param patience how long nothing may move before it gives up
    /// @param showSteps whether a person sees the first orders' timelines grow
    Following(
            OrderStates states,
            Posted posted,
            ProgressLine progress,
            Duration patience,
            boolean showSteps) {
        this.states = states;
        this.open = new OpenOrders(states::awaitingDelivery, states::withdrawn);
        this.posted = posted;
        this.progress = progress;
        this.patience = patience;
        this.showSteps = showSteps;
    }

    /// Returns when all that was posted is at an end, or gives up.
    void follow(Thread posting) throws InterruptedException {
        boolean more = true;
        while (more) {
            boolean posts = posting.isAlive();
            long start = System.nanoTime();
            look();
            progress.show(
                    Progress.of(seen.values(), seen.size() - open.ids().size())
                            .line(posted.count()));
            more =
                    posts
                            || (!open.ids().isEmpty()
                                    && System.nanoTime() - movedAt < patience.toNanos());
            long pause =
                    Math.max(LOOK_EVERY.toNanos(), PAUSE_PER_LOOK * (System.nanoTime() - start));
            if (more) {
                Thread.sleep(Duration.ofNanos(pause));
            }
        }
    }

    List<AcceptedOrder> accepted() {
        return accepted;
    }

    /// Those that did not come to an end.
    Set<UUID> unfinished() {
        return open.ids();
    }

    private void look() {
        for (AcceptedOrder order : posted.acceptedFrom(accepted.size())) {
            accepted.add(order);
            seen.put(order.id(), Seen.NOTHING);
            open.add(order.id());
            movedAt = System.nanoTime();
        }
        try {
            update(states.of(open.ids()));
            steps();
        } catch (SQLException e) {
            // A database that was killed comes back; if not, nothing moves, and that has its limit.
            progress.show("waiting for PostgreSQL");
        }
    }

    private void update(Map<UUID, Seen> now) throws SQLException {
        now.forEach((order, state) -> {
            if (!state.equals(seen.put(order, state))) {
                movedAt = System.nanoTime();
            }
        });
        open.update(now);
    }

    private void steps() throws SQLException {
        if (showSteps && !accepted.isEmpty()) {
            List<UUID> first = accepted.stream().limit(SHOWN_MAX).map(AcceptedOrder::id).toList();
            states.steps(first, shownSteps).forEach(progress::say);
        }
    }
}
