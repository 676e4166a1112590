package dev.orderstream.localstack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderstream.localstack.Installation;
import dev.orderstream.localstack.process.Signals;
import dev.orderstream.localstack.process.Waiting;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The script in a tree of its own, with a JDK and a Maven that only say what they are asked.
class BuildingIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String JAVA =
            """
            #!/bin/sh
            echo "    java.specification.version = 25"
            """;

    /// Builds until it is let go, and says so when it is told to end.
    private static final String MAVEN =
            """
            #!/usr/bin/env bash
            echo begun >>builds
            trap 'echo ended >>builds; exit 143' TERM
            until [ -f go ] || [ ! -d bin ]; do sleep 0.1; done
            mkdir -p local-stack/target
            echo built >local-stack/target/local-stack-1.0.0-SNAPSHOT.jar
            """;

    @TempDir private Path root;

    private final List<Process> commands = new ArrayList<>();

    @BeforeEach
    void prepare() throws IOException {
        Files.copy(Installation.find().root().resolve("orderstream"), root.resolve("orderstream"));
        Files.createFile(root.resolve("pom.xml"));
        executable("jdk/bin/javac", JAVA);
        executable("jdk/bin/java", JAVA);
        executable("bin/mvn", MAVEN);
    }

    @AfterEach
    void end() throws Exception {
        letGo();
        for (var command : commands) {
            command.destroy();
            assertThat(command.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void ofTwoCommandsOneBuildsAndTheOtherWaitsForIt() throws Exception {
        var first = status("first");
        await(() -> builds().equals(List.of("begun")));
        var second = status("second");
        await(() -> said("second").contains("waiting"));

        letGo();

        assertThat(exitCode(first)).isZero();
        assertThat(exitCode(second)).isZero();
        assertThat(builds()).containsExactly("begun");
        assertThat(lock()).doesNotExist();
    }

    @Test
    void theLockOfACommandThatWasKilledIsTakenOver() throws Exception {
        var dead = new ProcessBuilder("true").start();
        assertThat(exitCode(dead)).isZero();
        Files.createDirectories(lock().getParent());
        Files.createSymbolicLink(lock(), Path.of(Long.toString(dead.pid())));
        letGo();

        assertThat(exitCode(status("first"))).isZero();

        assertThat(builds()).containsExactly("begun");
        assertThat(lock()).doesNotExist();
    }

    @Test
    void aBuildThatIsStoppedEndsMavenAndLeavesNoLock() throws Exception {
        var command = status("first");
        await(() -> builds().equals(List.of("begun")));

        assertThat(Signals.send(command.pid(), "TERM")).isTrue();

        assertThat(exitCode(command)).isEqualTo(130);
        assertThat(builds()).containsExactly("begun", "ended");
        assertThat(Files.isSymbolicLink(lock())).isFalse();
    }

    private Process status(String name) throws IOException {
        var command = new ProcessBuilder(root.resolve("orderstream").toString(), "status");
        var environment = command.environment();
        environment.remove("ORDERSTREAM_BUILD");
        environment.put("JAVA_HOME", root.resolve("jdk").toString());
        environment.put("PATH", root.resolve("bin") + ":" + environment.get("PATH"));
        command.redirectError(said(root, name)).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        var started = command.start();
        commands.add(started);
        return started;
    }

    private static File said(Path root, String name) {
        return root.resolve(name + ".err").toFile();
    }

    private String said(String name) {
        return read(said(root, name).toPath());
    }

    private List<String> builds() {
        return read(root.resolve("builds")).lines().toList();
    }

    private Path lock() {
        return root.resolve("target/orderstream.lock");
    }

    private void letGo() throws IOException {
        Files.writeString(root.resolve("go"), "");
    }

    private void executable(String name, String content) throws IOException {
        var file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private static void await(BooleanSupplier condition) {
        Waiting.until("The script", PATIENCE, condition);
    }

    private static int exitCode(Process process) throws InterruptedException {
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
