package dev.orderstream.operations.stack;

import dev.orderstream.operations.console.CommandFailure;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// `--home`: which stack is meant.
public final class HomeOption {

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description =
                    "The stack's data directory (default: $ORDERSTREAM_HOME, or .orderstream beside"
                            + " the orderstream script).")
    private @Nullable Path home;

    /// The directory that was named, or the usual one.
    public Home home() {
        if (home != null) {
            return new Home(given(home));
        }
        String named = System.getenv("ORDERSTREAM_HOME");
        return new Home(
                named == null || named.isBlank() ? Path.of(".orderstream") : Path.of(named));
    }

    /// An empty path, as an unset variable leaves it, would be the working directory.
    private static Path given(Path home) {
        if (home.toString().isEmpty()) {
            throw CommandFailure.usage("--home must not be empty.");
        }
        return home;
    }
}
