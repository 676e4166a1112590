package dev.orderstream.localstack.cli;

import dev.orderstream.localstack.home.Home;
import dev.orderstream.localstack.home.RunningStack;
import dev.orderstream.localstack.home.StackFile;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Which stack a command is about.
final class HomeOption {

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description =
                    "Where the stack keeps its data (default: $ORDERSTREAM_HOME, or .orderstream"
                            + " beside the orderstream script).",
            defaultValue = "${env:ORDERSTREAM_HOME:-.orderstream}")
    private Path directory = Path.of(".orderstream");

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    /// An empty path, as an unset variable leaves it, would be the working directory.
    Home home() {
        if (directory.toString().isEmpty()) {
            throw new ParameterException(command.commandLine(), "--home must not be empty.");
        }
        return new Home(directory);
    }

    Optional<RunningStack> running() {
        return new StackFile(home().stackFile()).running();
    }
}
