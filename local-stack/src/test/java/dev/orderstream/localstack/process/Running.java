package dev.orderstream.localstack.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A program that runs a command which does not end by itself.
final class Running {

    private Running() {}

    public static void main(String[] arguments) {
        var directory = Path.of(arguments[0]);
        ChildProcess.run(
                ChildSpec.of(
                        "sleeper",
                        List.of("sh", "-c", "echo $$ >pid.half; mv pid.half pid; exec sleep 600"),
                        Map.of(),
                        directory,
                        directory.resolve("sleeper.log")),
                Duration.ofMinutes(10));
    }
}
