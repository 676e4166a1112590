package dev.orderstream.orders.webhooks;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What follows from a receiver's answer; a plain function.
///
/// @param problem a stable code, unless it was delivered
/// @param retryAfter when to try again
record DeliveryDecision(
        DeliveryOutcome outcome, @Nullable String problem, @Nullable Duration retryAfter) {

    private static final int JITTER_MAX_DIVISOR = 5;

    /// Decides.
    ///
    /// @param failedBefore how many attempts failed before this one
    /// @param schedule the waits after the first, second and every further failure
    /// @param jitter from 0 to 1
    static DeliveryDecision of(
            Answer answer, int failedBefore, List<Duration> schedule, double jitter) {
        return switch (answer) {
            case Answer.Status status when status.success() ->
                    new DeliveryDecision(DeliveryOutcome.DELIVERED, null, null);
            case Answer.Status status when status.gone() ->
                    new DeliveryDecision(DeliveryOutcome.ENDPOINT_GONE, problem(status), null);
            case Answer.Status status -> failed(problem(status), failedBefore, schedule, jitter);
            case Answer.None(String problem) -> failed(problem, failedBefore, schedule, jitter);
        };
    }

    private static DeliveryDecision failed(
            String problem, int failedBefore, List<Duration> schedule, double jitter) {
        if (failedBefore >= schedule.size()) {
            return new DeliveryDecision(DeliveryOutcome.GIVEN_UP, problem, null);
        }
        Duration wait = schedule.get(failedBefore);
        long later = (long) (wait.toMillis() * jitter / JITTER_MAX_DIVISOR);
        return new DeliveryDecision(DeliveryOutcome.RETRY, problem, wait.plusMillis(later));
    }

    private static String problem(Answer.Status status) {
        return "status-" + status.code();
    }
}
