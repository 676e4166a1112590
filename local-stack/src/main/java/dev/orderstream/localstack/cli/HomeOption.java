package dev.orderstream.localstack.cli;

import dev.orderstream.localstack.home.Home;
import dev.orderstream.localstack.home.RunningStack;
import dev.orderstream.localstack.home.StackFile;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

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

    Home home() {
        return new Home(directory);
    }

    Optional<RunningStack> running() {
        return new StackFile(home().stackFile()).running();
    }
}
