package dev.orderstream.localstack.process;

import dev.orderstream.localstack.StackException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// A running child process in a session of its own, so that a Ctrl-C in the terminal reaches the
/// launcher alone.
public final class ChildProcess {

    private static final Duration STOP_MAX = Duration.ofSeconds(5);

    private final ChildSpec spec;
    private final Process process;
    private final ProcessIdentity identity;

    private ChildProcess(ChildSpec spec, Process process) {
        this.spec = spec;
        this.process = process;
        this.identity = ProcessIdentity.of(spec.name(), process.toHandle());
    }

    public static ChildProcess start(ChildSpec spec) {
        try {
            PrivateFiles.directory(spec.workDir());
            LogFile.prepare(spec.log());
            var command = new ArrayList<>(Sessions.PREFIX);
            command.addAll(spec.command());
            var builder = new ProcessBuilder(command);
            builder.directory(spec.workDir().toFile());
            builder.environment().putAll(spec.environment());
            builder.redirectErrorStream(true);
            builder.redirectInput(ProcessBuilder.Redirect.from(Sessions.NOTHING));
            builder.redirectOutput(ProcessBuilder.Redirect.appendTo(spec.log().toFile()));
            return new ChildProcess(spec, builder.start());
        } catch (IOException e) {
            throw new StackException("Could not start " + spec.name() + ": " + e.getMessage(), e);
        }
    }

    /// Runs the command to its end, or to that of this JVM; a failure carries the last lines of its
    /// log.
    public static void run(ChildSpec spec, Duration timeout) {
        try (var attached = AttachedChild.start(spec, STOP_MAX)) {
            attached.child().awaitEnd(timeout);
        }
    }

    private void awaitEnd(Duration timeout) {
        if (!awaitExit(timeout)) {
            kill();
            throw new StackException(
                    "%s did not end within %d s; see %s"
                            .formatted(spec.name(), timeout.toSeconds(), spec.log()));
        }
        if (exitCode() != 0) {
            throw new StackException(spec.name() + " failed:\n" + LogFile.tail(spec.log(), 8));
        }
    }

    public ChildSpec spec() {
        return spec;
    }

    public ProcessIdentity identity() {
        return identity;
    }

    public boolean alive() {
        return process.isAlive();
    }

    public int exitCode() {
        return process.exitValue();
    }

    public CompletableFuture<Process> onExit() {
        return process.onExit();
    }

    /// Asks the child to end and, if it has not after `patience`, kills it.
    public void stop(Duration patience) {
        if (alive()) {
            Signals.send(identity.pid(), spec.stopSignal());
        }
        if (!awaitExit(patience)) {
            kill();
        }
    }

    public void kill() {
        process.destroyForcibly();
        awaitExit(Duration.ofSeconds(10));
    }

    private boolean awaitExit(Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !alive();
        }
    }
}
