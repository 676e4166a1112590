package dev.orderstream.localstack.cli;

import dev.orderstream.localstack.Installation;
import dev.orderstream.localstack.Replica;
import dev.orderstream.localstack.Service;
import dev.orderstream.localstack.home.Ports;
import dev.orderstream.localstack.launcher.LaunchOptions;
import dev.orderstream.localstack.launcher.LocalStack;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Starts the stack and keeps it running until Ctrl-C or `down`.
@Command(
        name = "up",
        description = "Starts everything and keeps it running.",
        mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {

    static final String DETACHED = "--detached";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin private final HomeOption home = new HomeOption();

    @Option(
            names = "--detach",
            description = "Returns once everything is ready, and leaves it running.")
    private boolean detach;

    @Option(names = "--fresh", description = "Deletes all data first.")
    private boolean fresh;

    @Option(
            names = "--port-offset",
            paramLabel = "N",
            description = "Adds N to every port.",
            defaultValue = "0")
    private int portOffset;

    @Option(
            names = "--without",
            paramLabel = "SERVICE",
            arity = "1..*",
            description = "Leaves a service out, to run it from an IDE instead.")
    private List<String> without = List.of();

    @Option(
            names = "--replicas",
            paramLabel = "N",
            description = "Runs N processes of each service, 1 or 2.",
            defaultValue = "1")
    private int replicas;

    @Option(names = DETACHED, hidden = true, description = "This is what another up has detached.")
    private boolean detached;

    @Override
    public Integer call() {
        var options =
                new LaunchOptions(
                        Installation.find(),
                        home.home(),
                        new Ports(portOffset),
                        leftOut(),
                        replicas());
        return detach ? startDetached(options) : runHere(options);
    }

    private int startDetached(LaunchOptions options) {
        var exitCode = new DetachedLauncher(options, spec.commandLine().getErr()).start(fresh);
        if (exitCode == ExitCode.OK) {
            welcome(options);
        }
        return exitCode;
    }

    private int runHere(LaunchOptions options) {
        var stack = new LocalStack(options, new Progress(spec.commandLine().getErr()));
        stack.run(
                fresh,
                () -> {
                    if (!detached) {
                        welcome(options);
                    }
                });
        return ExitCode.OK;
    }

    private void welcome(LaunchOptions options) {
        var out = spec.commandLine().getOut();
        out.println(Welcome.of(options));
        out.flush();
    }

    private int replicas() {
        if (replicas < 1 || replicas > Replica.COUNT_MAX) {
            throw new ParameterException(
                    spec.commandLine(), "--replicas must be 1 or " + Replica.COUNT_MAX + ".");
        }
        return replicas;
    }

    private List<Service> leftOut() {
        return without.stream()
                .map(name ->
                        Service.named(name)
                                .orElseThrow(() ->
                                        new ParameterException(
                                                spec.commandLine(),
                                                name
                                                        + " is not a service; services are "
                                                        + Service.names())))
                .toList();
    }
}
