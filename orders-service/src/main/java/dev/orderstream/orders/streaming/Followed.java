package dev.orderstream.orders.streaming;

import dev.orderstream.orders.lifecycle.OrderStatus;
import dev.orderstream.orders.timeline.TimelineEntry;
import dev.orderstream.orders.timeline.TimelineStep;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What one statement saw of an order that is followed.
sealed interface Followed {

    /// An order and its steps.
    ///
    /// @param ended nothing more is to come
    record Known(OrderStatus status, boolean ended, List<TimelineEntry> steps) implements Followed {

        /// After how long its streams end; empty while something is to come.
        ///
        /// What was captured although the order had been cancelled is told after that, and its
        /// refund too: where nobody knows what became of the payment, it is waited for. Nothing
        /// comes of one that was withdrawn.
        ///
        /// @param paymentWait how long to wait, from the cancellation on
        Optional<Duration> endsIn(Instant now, Duration paymentWait) {
            if (!ended) {
                return Optional.empty();
            }
            if (status != OrderStatus.CANCELLED || at(TimelineStep.PAYMENT_FAILED).isPresent()) {
                return Optional.of(Duration.ZERO);
            }
            return at(TimelineStep.ORDER_CANCELLED)
                    .map(cancelled -> Duration.between(now, cancelled.plus(paymentWait)))
                    .filter(Duration::isPositive)
                    .or(() -> Optional.of(Duration.ZERO));
        }

        private Optional<Instant> at(TimelineStep step) {
            return steps.stream()
                    .filter(entry -> entry.step() == step)
                    .map(TimelineEntry::at)
                    .findFirst();
        }
    }

    /// An order with a status or a step that is none here: a newer replica stored it.
    ///
    /// @param why for the log
    record Unknown(String why) implements Followed {}
}
