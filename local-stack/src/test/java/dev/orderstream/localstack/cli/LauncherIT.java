package dev.orderstream.localstack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderstream.localstack.Service;
import dev.orderstream.localstack.home.Home;
import dev.orderstream.localstack.home.HomeLock;
import dev.orderstream.localstack.home.RunningStack;
import dev.orderstream.localstack.home.RunningStack.RunningProcess;
import dev.orderstream.localstack.home.StackFile;
import dev.orderstream.localstack.process.ProcessIdentity;
import dev.orderstream.localstack.process.Waiting;
import dev.orderstream.localstack.status.StatusProbe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The launcher with PostgreSQL, Kafka and Connect; the services join in the system tests.
class LauncherIT {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    /// Away from a stack that runs beside the tests. All ports lie below those of
    /// [dev.orderstream.localstack.teststack.FreePorts].
    private static final int PORT_OFFSET = 700;

    @TempDir private Path directory;

    @AfterEach
    void down() {
        assertThat(run("down")).isZero();
    }

    @Test
    void whatIsKilledComesBackAndNothingIsLeftBehind() {
        assertThat(up()).isZero();
        var before = stack().processes();

        before.forEach(LauncherIT::kill);
        awaitAllBack(before);

        var all = stack().processes();
        assertThat(all).extracting(RunningProcess::restarts).allMatch(restarts -> restarts > 0);
        assertThat(run("down")).isZero();
        assertThat(all).allMatch(process -> process.identity().find().isEmpty());
    }

    @Test
    void anUpThatIsRefusedLeavesTheLogOfTheRunningLauncher() throws Exception {
        var log = new Home(directory).log("launcher");
        Files.createDirectories(log.getParent());
        Files.writeString(log, "what the first says\n");

        try (var held = HomeLock.take(new Home(directory)).orElseThrow()) {
            assertThat(held.channel().isOpen()).isTrue();
            assertThat(up()).isEqualTo(4);
        }

        assertThat(log).content().startsWith("what the first says\n").contains("already running");
    }

    @Test
    void theNextUpEndsWhatAKilledLauncherLeftBehind() {
        assertThat(up()).isZero();
        var orphans = stack().processes();
        kill(stack().launcher());

        assertThat(up()).isZero();

        assertThat(orphans).allMatch(process -> process.identity().find().isEmpty());
        assertThat(new Home(directory).log("launcher"))
                .content()
                .contains("of a launcher that was killed")
                .containsOnlyOnce("postgres is ready");
        assertThat(new StatusProbe(stack()).look().processes())
                .noneMatch(process -> process.state().equals("down"));
    }

    private void awaitAllBack(List<RunningProcess> before) {
        Waiting.until(
                "The restart",
                PATIENCE,
                () ->
                        new StatusProbe(stack())
                                .look().processes().stream()
                                        .filter(process ->
                                                before.stream()
                                                        .anyMatch(old ->
                                                                old.name().equals(process.name())))
                                        .allMatch(process ->
                                                process.state().equals("ready")
                                                        && process.restarts() > 0));
    }

    private static void kill(RunningProcess process) {
        kill(process.identity());
    }

    private static void kill(ProcessIdentity process) {
        var handle = process.find().orElseThrow();
        handle.destroyForcibly();
        handle.onExit().join();
    }

    private RunningStack stack() {
        return new StackFile(new Home(directory).stackFile()).running().orElseThrow();
    }

    private int up() {
        var arguments = new ArrayList<>(List.of("--detach", "--port-offset=" + PORT_OFFSET));
        Arrays.stream(Service.values())
                .forEach(service -> arguments.add("--without=" + service.serviceName()));
        return run("up", arguments.toArray(String[]::new));
    }

    private int run(String command, String... arguments) {
        var all = new ArrayList<>(List.of(command, "--home=" + directory));
        all.addAll(List.of(arguments));
        return Main.commandLine().execute(all.toArray(String[]::new));
    }
}
