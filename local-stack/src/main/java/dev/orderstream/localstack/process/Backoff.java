package dev.orderstream.localstack.process;

import java.time.Duration;

/// How long to wait before a child is started again: longer each time it ends early, and short
/// again once it has lasted.
public final class Backoff {

    private static final Duration FIRST = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    /// A child that ran this long had a fresh fault, not the old one.
    private static final Duration LASTED = Duration.ofSeconds(30);

    private Duration next = FIRST;

    public Duration after(Duration ranFor) {
        if (ranFor.compareTo(LASTED) >= 0) {
            next = FIRST;
        }
        var wait = next;
        next = next.multipliedBy(2).compareTo(LONGEST) < 0 ? next.multipliedBy(2) : LONGEST;
        return wait;
    }
}
