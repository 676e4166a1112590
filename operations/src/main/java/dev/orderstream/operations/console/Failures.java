package dev.orderstream.operations.console;

import java.io.IOException;
import java.sql.SQLException;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// The one place where causes become exit codes and messages.
public final class Failures implements IExecutionExceptionHandler {

    private static final String CURE =
            " Is the stack up? ./orderstream status tells, ./orderstream up starts it.";

    @Override
    public int handleExecutionException(
            Exception failure, CommandLine command, ParseResult arguments) throws Exception {
        if (failure instanceof CommandFailure known) {
            command.getErr().println(known.getMessage());
            return known.exitCode();
        }
        String away = away(failure);
        if (away == null) {
            throw failure;
        }
        command.getErr().println(away + CURE);
        return ExitCodes.FAILED;
    }

    /// Says what is wrong with the arguments and where to read on.
    public static int usage(ParameterException failure, String... unused) {
        CommandLine command = failure.getCommandLine();
        command.getErr().println(failure.getMessage());
        command.getErr().println("See ./" + command.getCommandSpec().qualifiedName() + " --help");
        return ExitCodes.USAGE;
    }

    private static @Nullable String away(Throwable failure) {
        return switch (failure) {
            case SQLException e -> "PostgreSQL did not answer: " + firstLine(e);
            case KafkaException e -> "Kafka did not answer: " + firstLine(e);
            case IOException e -> "The stack did not answer: " + firstLine(e);
            default -> failure.getCause() == null ? null : away(failure.getCause());
        };
    }

    private static String firstLine(Throwable failure) {
        String message = failure.getMessage();
        String text = message == null ? failure.getClass().getSimpleName() : message;
        return text.lines().findFirst().orElse("") + (text.endsWith(".") ? "" : ".");
    }
}
