package dev.orderstream.localstack.cli;

import dev.orderstream.localstack.Service;
import dev.orderstream.localstack.home.RunningStack;
import dev.orderstream.localstack.home.StackFile;
import dev.orderstream.localstack.launcher.LaunchOptions;
import dev.orderstream.localstack.process.AttachedChild;
import dev.orderstream.localstack.process.ChildProcess;
import dev.orderstream.localstack.process.ChildSpec;
import dev.orderstream.localstack.process.JavaCommand;
import dev.orderstream.localstack.process.LogFollower;
import dev.orderstream.localstack.process.Waiting;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;

/// Runs `up` as a process that outlives this one, shows its progress, and returns when it is ready.
final class DetachedLauncher {

    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    private static final Duration STOP_MAX = Duration.ofSeconds(90);

    private final LaunchOptions options;
    private final PrintWriter progress;

    DetachedLauncher(LaunchOptions options, PrintWriter progress) {
        this.options = options;
        this.progress = progress;
    }

    /// The exit code of the launcher if it ended, or 0 once everything serves.
    int start(boolean fresh) {
        var log = options.home().log("launcher");
        // What is there may be the log of a launcher that runs; the new one begins it anew
        var follower = new LogFollower(log, log.toFile().length());
        // Ctrl-C while it starts: nobody would know of it
        try (var attached = AttachedChild.start(spec(fresh, log), STOP_MAX)) {
            var launcher = attached.child();
            while (launcher.alive() && !ready(launcher)) {
                follower.copyNew(progress);
                Waiting.pause(LOOK_EVERY);
            }
            follower.copyNew(progress);
            return launcher.alive() ? ExitCode.OK : launcher.exitCode();
        }
    }

    private boolean ready(ChildProcess launcher) {
        return new StackFile(options.home().stackFile())
                .running()
                .filter(stack -> stack.pid() == launcher.identity().pid())
                .map(RunningStack::ready)
                .orElse(false);
    }

    private ChildSpec spec(boolean fresh, Path log) {
        var arguments = new ArrayList<String>();
        arguments.add("up");
        arguments.add(UpCommand.DETACHED);
        arguments.add("--home=" + options.home().root());
        arguments.add("--port-offset=" + options.ports().offset());
        arguments.add("--replicas=" + options.replicas());
        options.without().stream()
                .map(Service::serviceName)
                .forEach(name -> arguments.add("--without=" + name));
        if (fresh) {
            arguments.add("--fresh");
        }
        var command =
                JavaCommand.of(
                        ManagementFactory.getRuntimeMXBean().getInputArguments(),
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        arguments.toArray(String[]::new));
        return ChildSpec.of("launcher", command, Map.of(), Path.of("").toAbsolutePath(), log);
    }
}
