package dev.orderstream.orders.webhooks;

/// How a message ended: nothing more comes of it by itself.
sealed interface Ending {

    /// Its endpoint was deleted or disabled before it was sent.
    record Dropped() implements Ending {}

    /// Its last attempt.
    record Last(LoggedAttempt attempt) implements Ending {}
}
