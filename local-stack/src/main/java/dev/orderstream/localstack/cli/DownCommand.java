package dev.orderstream.localstack.cli;

import dev.orderstream.localstack.StackException;
import dev.orderstream.localstack.home.RunningStack;
import dev.orderstream.localstack.launcher.Leftovers;
import dev.orderstream.localstack.process.Signals;
import dev.orderstream.localstack.process.Waiting;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Stops the running stack, or what a killed launcher left behind. Doing it again changes nothing.
@Command(
        name = "down",
        description = "Stops everything; the data stays.",
        mixinStandardHelpOptions = true)
final class DownCommand implements Callable<Integer> {

    private static final Duration STOP_MAX = Duration.ofSeconds(120);

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin private final HomeOption home = new HomeOption();

    @Override
    public Integer call() {
        var progress = new Progress(spec.commandLine().getErr());
        var running = home.running();
        running.ifPresent(stack -> stop(stack, progress));
        var leftovers = Leftovers.end(home.home());
        progress.accept(running.isPresent() || leftovers > 0 ? "stopped" : "nothing was running");
        return ExitCode.OK;
    }

    private static void stop(RunningStack stack, Progress progress) {
        progress.accept("stopping");
        Signals.send(stack.pid(), "TERM");
        if (!Waiting.holdsWithin(STOP_MAX, () -> stack.launcher().find().isEmpty())) {
            throw new StackException("The launcher (process " + stack.pid() + ") does not stop");
        }
    }
}
