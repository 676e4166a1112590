package dev.orderstream.localstack.cli;

import dev.orderstream.localstack.StackException;
import dev.orderstream.localstack.launcher.AlreadyRunningException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/// Turns a fault into a message and an exit code. Only a bug shows where it happened.
final class Faults implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception fault, CommandLine command, ParseResult parsed) {
        var err = command.getErr();
        switch (fault) {
            case AlreadyRunningException refused -> {
                err.println(refused.getMessage());
                return ExitCode.REFUSED;
            }
            case StackException expected -> err.println(expected.getMessage());
            default -> {
                err.println("This is a bug in Orderstream: " + fault);
                fault.printStackTrace(err);
            }
        }
        return ExitCode.FAILED;
    }
}
