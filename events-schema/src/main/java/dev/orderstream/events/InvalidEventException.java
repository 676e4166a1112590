package dev.orderstream.events;

/// Bytes that are not an event of the version they claim to be.
public final class InvalidEventException extends Exception {

    private static final long serialVersionUID = 1L;

    /// @param reason names the field and the rule, never a value
    public InvalidEventException(String reason) {
        super(reason);
    }
}
