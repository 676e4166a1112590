package dev.orderstream.localstack.relay;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import picocli.CommandLine;

/// Registers missing connectors, updates those whose file has changed, and restarts what has
/// failed, for as long as it runs. Every round asks anew and repairs what it finds, so no fault
/// needs a person.
public final class RelayKeeper {

    private static final Duration ROUND_EVERY = Duration.ofSeconds(1);

    private final ConnectApi connect;
    private final Path files;
    private final Consumer<String> progress;
    private volatile Map<String, Connector> lastSeen = Map.of();
    private volatile boolean connected;
    private final Restarts restarts = new Restarts();
    private final Set<String> reported = new HashSet<>();

    /// `progress` hears of every change made, and once of each trouble.
    public RelayKeeper(ConnectApi connect, Path files, Consumer<String> progress) {
        this.connect = connect;
        this.files = files;
        this.progress = progress;
    }

    /// Runs until the thread is interrupted.
    public void run() {
        Rounds.repeat(
                () -> {
                    var _ = round();
                    return ROUND_EVERY;
                },
                this::report);
    }

    /// One look at everything. True when every wanted connector runs.
    boolean round() {
        try {
            var wanted = ConnectorFiles.in(files);
            var present = connect.connectors();
            lastSeen = present;
            connected = true;
            var running = true;
            for (var entry : wanted.entrySet()) {
                running &= keepOrReport(entry.getKey(), entry.getValue(), present);
            }
            if (running) {
                reported.clear();
            }
            return running;
        } catch (IOException e) {
            // Before its first answer it is starting, which is no trouble
            if (connected) {
                report(message(e));
            }
            lastSeen = Map.of();
            connected = false;
            return false;
        }
    }

    /// Runs on its own, beside a Connect that something else has started.
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new KeepRelayCommand()).execute(arguments));
    }

    /// True when Connect answered at the last look.
    public boolean connected() {
        return connected;
    }

    /// True when the connector ran at the last look.
    public boolean running(String connector) {
        var seen = lastSeen.get(connector);
        return seen != null && seen.running();
    }

    /// A connector that Connect refuses, or whose file cannot be read, keeps no other from being
    /// looked after.
    private boolean keepOrReport(String name, Path file, Map<String, Connector> present) {
        try {
            return keep(name, ConnectorFiles.read(file), present);
        } catch (IOException e) {
            report(name + ": " + message(e));
            return false;
        }
    }

    private static String message(IOException fault) {
        return fault.getMessage() == null ? "Connect does not answer" : fault.getMessage();
    }

    private boolean keep(String name, ObjectNode config, Map<String, Connector> present)
            throws IOException {
        var connector = present.get(name);
        if (connector == null || !connector.config().equals(config)) {
            connect.configure(name, config);
            progress.accept((connector == null ? "registered " : "updated ") + name);
            return false;
        }
        if (connector.failed() && restarts.due(name)) {
            report(name + " failed and is restarted: " + connector.trouble());
            connect.restartFailed(name);
        }
        if (connector.running()) {
            restarts.forget(name);
        }
        return connector.running();
    }

    /// What stays as it is is said once, and of its own end nothing.
    private void report(String trouble) {
        if (!Thread.currentThread().isInterrupted() && reported.add(trouble)) {
            progress.accept(trouble);
        }
    }
}
