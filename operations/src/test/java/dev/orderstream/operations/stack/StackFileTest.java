package dev.orderstream.operations.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderstream.operations.console.CommandFailure;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The launcher's file tells where everything is, as long as the launcher runs.
class StackFileTest {

    private static final String STACK =
            """
            {"pid":%d,"ready":true,"portOffset":1000,
             "ports":{"orders":9080,"gateway":9086,"mail":9025,"postgres":16432,"kafka":20092},
             "processes":[{"name":"kafka","pid":12,"restarts":0}]}
            """;
    private static final long NO_PROCESS = 4_000_000_000L;

    @TempDir private Path directory = Path.of("");

    @BeforeEach
    void makeSecrets() throws IOException {
        Files.createDirectories(directory.resolve("secrets"));
        Files.writeString(directory.resolve("secrets/secrets.properties"), "pg.orders=x\n");
    }

    @Test
    void theAddressesAndProcessesOfARunningStackAreRead() throws IOException {
        long launcher = ProcessHandle.current().pid();
        Files.writeString(directory.resolve("stack.json"), STACK.formatted(launcher));

        Stack stack = StackFile.read(new Home(directory));

        assertThat(stack.orders()).isEqualTo(URI.create("http://127.0.0.1:9080"));
        assertThat(stack.mail()).isEqualTo(URI.create("http://127.0.0.1:9025"));
        assertThat(stack.processes())
                .containsExactly(
                        new StackProcess("launcher", launcher), new StackProcess("kafka", 12));
        assertThat(stack.processes().getFirst().isLauncher()).isTrue();
    }

    @Test
    void aFileThatADeadLauncherLeftIsNoStack() throws IOException {
        Files.writeString(directory.resolve("stack.json"), STACK.formatted(NO_PROCESS));

        assertThatThrownBy(() -> StackFile.read(new Home(directory)))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("is down: start it with ./orderstream up");
    }
}
