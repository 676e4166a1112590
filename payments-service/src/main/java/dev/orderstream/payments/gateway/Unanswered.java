package dev.orderstream.payments.gateway;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The gateway did not say what became of the request: ask again, with the same key.
///
/// @param problem what happened, for operators; no personal data, no secret
/// @param retryAfter how long the gateway asked us to wait, if it did
public record Unanswered(Trouble trouble, String problem, @Nullable Duration retryAfter)
        implements ChargeOutcome, RefundOutcome {

    /// Who can do something about it.
    public enum Trouble {
        /// The gateway refused to do anything just now.
        BUSY,
        /// It may have been done: a time-out, a lost connection, an error on the other side.
        UNKNOWN,
        /// The gateway has taken the request and is still at it.
        PENDING,
        /// Our key, our address or our request is wrong: an operator must act.
        MISCONFIGURED
    }
}
