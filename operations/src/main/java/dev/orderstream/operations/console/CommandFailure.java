package dev.orderstream.operations.console;

/// A command could not do its work for a reason that a person can act on: one sentence, no trace.
public final class CommandFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    private CommandFailure(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /// Something that should have worked did not.
    public static CommandFailure failed(String message) {
        return new CommandFailure(ExitCodes.FAILED, message);
    }

    /// What was asked for makes no sense.
    public static CommandFailure usage(String message) {
        return new CommandFailure(ExitCodes.USAGE, message);
    }

    /// The code to exit with.
    public int exitCode() {
        return exitCode;
    }
}
