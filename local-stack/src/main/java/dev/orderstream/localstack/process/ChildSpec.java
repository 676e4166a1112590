package dev.orderstream.localstack.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// What to run as a child process: command, environment, working directory, log file, and the
/// signal that ends it gently.
public record ChildSpec(
        String name,
        List<String> command,
        Map<String, String> environment,
        Path workDir,
        Path log,
        String stopSignal) {

    public ChildSpec {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /// A child that ends on SIGTERM, as JVMs do.
    public static ChildSpec of(
            String name,
            List<String> command,
            Map<String, String> environment,
            Path workDir,
            Path log) {
        return new ChildSpec(name, command, environment, workDir, log, "TERM");
    }
}
