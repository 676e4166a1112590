package dev.orderstream.email.sending;

/// What became of a mail that was brought to the mail server.
sealed interface Delivery {

    /// The server took it.
    record Accepted() implements Delivery {}

    /// It will never take it.
    record Refused(String problem) implements Delivery {}

    /// It has not taken it, and may do so later.
    record NotNow(String problem) implements Delivery {}

    /// It got the whole mail and never answered.
    record Unknown(String problem) implements Delivery {}
}
