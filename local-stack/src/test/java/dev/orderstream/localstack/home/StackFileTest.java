package dev.orderstream.localstack.home;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderstream.localstack.home.RunningStack.RunningProcess;
import dev.orderstream.localstack.process.ProcessIdentity;
import dev.orderstream.localstack.process.StartTime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StackFileTest {

    private static final ProcessIdentity SELF = ProcessIdentity.of("self", ProcessHandle.current());

    @TempDir private Path directory;

    @Test
    void whatWasWrittenIsRead() {
        var file = new StackFile(directory.resolve("stack.json"));
        var stack = stack(SELF.startedAt());

        file.write(stack);

        assertThat(file.running()).contains(stack);
    }

    @Test
    void aStackWhoseLauncherIsGoneDoesNotRun() {
        var file = new StackFile(directory.resolve("stack.json"));

        file.write(stack(new StartTime("1970-01-01T00:00:00Z")));

        assertThat(file.running()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"pid\":\"x\"}", "null"})
    void aDamagedFileIsAsGoodAsNone(String content) throws Exception {
        var path = Files.writeString(directory.resolve("stack.json"), content);

        assertThat(new StackFile(path).running()).isEmpty();
    }

    private static RunningStack stack(StartTime startedAt) {
        var kafka = new RunningProcess("kafka", 4711, new StartTime("2026-11-23T10:00:00.120Z"), 2);
        return new RunningStack(
                SELF.pid(),
                startedAt,
                true,
                100,
                new Ports(100).byName(),
                List.of("email-service"),
                1,
                List.of(kafka));
    }
}
