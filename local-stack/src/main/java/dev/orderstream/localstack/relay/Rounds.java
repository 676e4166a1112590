package dev.orderstream.localstack.relay;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// What is looked after round by round, for as long as its thread is not interrupted.
final class Rounds {

    private static final Duration AFTER_A_FAULT = Duration.ofSeconds(1);

    private Rounds() {}

    /// Each round says how long to wait for the next. One with a fault, which is told, is not the
    /// last.
    static void repeat(Supplier<Duration> round, Consumer<String> faults) {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Thread.sleep(waitAfter(round, faults));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static Duration waitAfter(Supplier<Duration> round, Consumer<String> faults) {
        try {
            return round.get();
        } catch (RuntimeException e) {
            faults.accept("A fault of ours, after which the next round is begun: " + e);
            return AFTER_A_FAULT;
        }
    }
}
