package dev.orderstream.orders.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderstream.orders.lifecycle.OrderStatus;
import dev.orderstream.orders.timeline.TimelineEntry;
import dev.orderstream.orders.timeline.TimelineStep;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FollowedTest {

    private static final Duration WAIT = Duration.ofMinutes(1);
    private static final Instant T0 = Instant.parse("2026-11-22T09:00:00Z");
    private static final UUID ORDER = new UUID(7, 1);

    @Test
    void anOrderThatGoesOnHasNoEnd() {
        assertThat(in(0, OrderStatus.PAID, false, TimelineStep.PAYMENT_SUCCEEDED)).isEmpty();
        assertThat(in(0, OrderStatus.CANCELLED, false, TimelineStep.ORDER_CANCELLED)).isEmpty();
    }

    @Test
    void anOrderEndsAtOnceWhenItsPaymentIsKnown() {
        assertThat(in(0, OrderStatus.DELIVERED, true, TimelineStep.SHIPMENT_DELIVERED))
                .contains(Duration.ZERO);
        assertThat(in(0, OrderStatus.REFUNDED, true, TimelineStep.ORDER_CANCELLED))
                .contains(Duration.ZERO);
        assertThat(
                        in(
                                0,
                                OrderStatus.CANCELLED,
                                true,
                                TimelineStep.ORDER_CANCELLED,
                                TimelineStep.PAYMENT_FAILED))
                .contains(Duration.ZERO);
    }

    @Test
    void aCancelledOrderWaitsForItsPaymentButNotForEver() {
        assertThat(in(20, OrderStatus.CANCELLED, true, TimelineStep.ORDER_CANCELLED))
                .contains(Duration.ofSeconds(40));
        assertThat(in(60, OrderStatus.CANCELLED, true, TimelineStep.ORDER_CANCELLED))
                .contains(Duration.ZERO);
        assertThat(in(900, OrderStatus.CANCELLED, true, TimelineStep.ORDER_CANCELLED))
                .contains(Duration.ZERO);
    }

    /// After how long an order ends whose steps all happened so many seconds ago.
    private static Optional<Duration> in(
            int secondsAgo, OrderStatus status, boolean ended, TimelineStep... steps) {
        List<TimelineEntry> entries =
                Stream.of(steps)
                        .map(step -> new TimelineEntry(ORDER, T0, step, "", new UUID(7, 2)))
                        .toList();
        return new Followed.Known(status, ended, entries).endsIn(T0.plusSeconds(secondsAgo), WAIT);
    }
}
