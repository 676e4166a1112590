package dev.orderstream.localstack.cli;

/// What a command's exit code says.
final class ExitCode {

    static final int OK = 0;
    static final int FAILED = 1;
    static final int PARTLY = 3;
    static final int REFUSED = 4;

    private ExitCode() {}
}
