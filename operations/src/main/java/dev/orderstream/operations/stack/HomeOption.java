package dev.orderstream.operations.stack;

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
            return new Home(home);
        }
        String named = System.getenv("ORDERSTREAM_HOME");
        return new Home(
                named == null || named.isBlank() ? Path.of(".orderstream") : Path.of(named));
    }
}
