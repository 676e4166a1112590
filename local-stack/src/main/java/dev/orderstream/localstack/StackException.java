package dev.orderstream.localstack;

/// A fault that is expected of a machine (a taken port, a full disk, a missing build): its message
/// is for a person.
public final class StackException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StackException(String message) {
        super(message);
    }

    public StackException(String message, Throwable cause) {
        super(message, cause);
    }

    /// What a person is told of a fault: of one that is expected, its message alone.
    public static String told(RuntimeException fault) {
        return fault instanceof StackException
                ? String.valueOf(fault.getMessage())
                : fault.toString();
    }
}
