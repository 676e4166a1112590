package dev.orderstream.delivery.effects;

import java.time.Duration;

/// What came of one attempt to make a call.
public sealed interface Attempt<R> {

    /// The call was answered, for good or ill: record this result and do not call again.
    record Answered<R>(R result) implements Attempt<R> {}

    /// Not answered: call again, with the same key.
    ///
    /// @param after wait at least this long
    /// @param problem what happened, for operators; no personal data, no secret
    record Again<R>(Duration after, String problem) implements Attempt<R> {}

    /// The call was answered with this result.
    static <R> Attempt<R> answered(R result) {
        return new Answered<>(result);
    }

    /// The call is to be repeated.
    static <R> Attempt<R> again(Duration after, String problem) {
        return new Again<>(after, problem);
    }
}
