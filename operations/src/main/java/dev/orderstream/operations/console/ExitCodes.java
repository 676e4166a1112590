package dev.orderstream.operations.console;

/// What a command's exit code says.
public final class ExitCodes {

    public static final int OK = 0;
    public static final int FAILED = 1;
    public static final int USAGE = 2;
    public static final int PARTLY_DONE = 3;
    public static final int REFUSED = 4;

    private ExitCodes() {}
}
