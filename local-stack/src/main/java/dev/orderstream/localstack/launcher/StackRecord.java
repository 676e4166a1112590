package dev.orderstream.localstack.launcher;

import dev.orderstream.localstack.Service;
import dev.orderstream.localstack.StackException;
import dev.orderstream.localstack.home.RunningStack;
import dev.orderstream.localstack.home.RunningStack.RunningProcess;
import dev.orderstream.localstack.home.StackFile;
import dev.orderstream.localstack.process.ChildrenFile;
import dev.orderstream.localstack.process.ProcessIdentity;
import dev.orderstream.localstack.process.Supervised;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Keeps `stack.json` and the list of children true while processes come and go.
final class StackRecord implements Supervised.Listener {

    private final LaunchOptions options;
    private final StackFile file;
    private final ChildrenFile children;
    private final Consumer<String> progress;
    private final ProcessIdentity self = ProcessIdentity.of("launcher", ProcessHandle.current());
    private final Map<String, RunningProcess> processes = new LinkedHashMap<>();
    private boolean ready;

    StackRecord(LaunchOptions options, Consumer<String> progress) {
        this.options = options;
        this.progress = progress;
        this.file = new StackFile(options.home().stackFile());
        this.children = new ChildrenFile(options.home().children());
        write();
    }

    @Override
    public synchronized void started(ProcessIdentity child, int restarts) {
        tolerating(() -> children.record(child));
        processes.put(
                child.name(),
                new RunningProcess(child.name(), child.pid(), child.startedAt(), restarts));
        tolerating(this::write);
    }

    @Override
    public void ended(String name, String how, Duration restartIn) {
        progress.accept(
                "%s %s; starting it again in %.1f s"
                        .formatted(name, how, restartIn.toMillis() / 1000.0));
    }

    synchronized int restarts(String name) {
        var process = processes.get(name);
        return process == null ? 0 : process.restarts();
    }

    /// A full disk is no reason to stop looking after what runs.
    private void tolerating(Runnable writing) {
        try {
            writing.run();
        } catch (StackException e) {
            progress.accept(String.valueOf(e.getMessage()));
        }
    }

    synchronized void ready() {
        ready = true;
        write();
    }

    synchronized boolean isReady() {
        return ready;
    }

    /// What did not end stays on record: the next start ends it.
    synchronized void gone() {
        file.delete();
        tolerating(children::forgetEnded);
    }

    private void write() {
        file.write(
                new RunningStack(
                        self.pid(),
                        self.startedAt(),
                        ready,
                        options.ports().offset(),
                        options.ports().byName(),
                        options.without().stream().map(Service::serviceName).toList(),
                        options.replicas(),
                        List.copyOf(processes.values())));
    }
}
