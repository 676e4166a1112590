package dev.orderstream.orders.lifecycle;

/// An event names an order that was never placed here: forged, or of another system.
///
/// No wait can cure it, so the event becomes a dead letter.
public final class UnknownOrderException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// The event is in the dead letter beside the message, which therefore names nothing.
    public UnknownOrderException() {
        super("the order of this event was not placed here");
    }
}
