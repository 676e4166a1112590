package dev.orderstream.operations.console;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `-o`, and where a command's words go: data to stdout, progress to stderr.
public final class OutputOption {

    /// How the answer is printed.
    enum Format {
        TEXT,
        JSON
    }

    @Option(
            names = {"-o", "--output"},
            paramLabel = "text|json",
            description = "How the answer is printed (default: text).")
    private Format format = Format.TEXT;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    /// Whether a program reads the answer.
    public boolean json() {
        return format == Format.JSON;
    }

    /// Where the answer goes.
    public PrintWriter out() {
        return commandLine().getOut();
    }

    /// Where everything that is not the answer goes.
    public PrintWriter err() {
        return commandLine().getErr();
    }

    private CommandLine commandLine() {
        if (command == null) {
            throw new IllegalStateException("only a command that runs can print");
        }
        return command.commandLine();
    }
}
