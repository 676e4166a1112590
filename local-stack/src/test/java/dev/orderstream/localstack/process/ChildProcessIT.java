package dev.orderstream.localstack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir private Path directory;

    @Test
    void aCommandDoesNotOutliveTheJvmThatRunsIt() throws Exception {
        var running = ChildProcess.start(running());
        var pid = directory.resolve("pid");
        Waiting.until("The command", PATIENCE, () -> Files.exists(pid));
        var command = ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())).orElseThrow();

        running.stop(PATIENCE);

        assertThat(Waiting.holdsWithin(PATIENCE, () -> !command.isAlive())).isTrue();
    }

    private ChildSpec running() {
        var command =
                JavaCommand.of(
                        List.of(),
                        System.getProperty("java.class.path"),
                        Running.class.getName(),
                        directory.toString());
        return ChildSpec.of("running", command, Map.of(), directory, directory.resolve("jvm.log"));
    }
}
