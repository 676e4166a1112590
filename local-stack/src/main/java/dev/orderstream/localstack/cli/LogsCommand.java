package dev.orderstream.localstack.cli;

import dev.orderstream.localstack.Replica;
import dev.orderstream.localstack.process.LogFile;
import dev.orderstream.localstack.process.LogFollower;
import dev.orderstream.localstack.process.Waiting;
import java.io.File;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Shows the end of a process's log, and with `-f` what is added to it.
@Command(
        name = "logs",
        description = "Shows the log of one process.",
        mixinStandardHelpOptions = true)
final class LogsCommand implements Callable<Integer> {

    private static final Duration LOOK_EVERY = Duration.ofMillis(200);

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin private final HomeOption home = new HomeOption();

    @Parameters(
            paramLabel = "SERVICE",
            description =
                    "A service (the second replica of orders-service is orders-service-2), postgres,"
                            + " kafka, connect, or launcher.")
    private String process = "";

    @Option(
            names = "-n",
            paramLabel = "LINES",
            description = "How many lines (default: 100).",
            defaultValue = "100")
    private int lines;

    @Option(names = "-f", description = "Goes on until Ctrl-C.")
    private boolean follow;

    @Override
    public Integer call() {
        if (lines < 0) {
            throw new ParameterException(spec.commandLine(), "-n must not be negative.");
        }
        var log = home.home().log(known());
        var length = new File(log.toString()).length();
        var out = spec.commandLine().getOut();
        out.println(LogFile.tail(log, lines));
        out.flush();
        var follower = new LogFollower(log, length);
        while (follow) {
            follower.copyNew(out);
            Waiting.pause(LOOK_EVERY);
        }
        return ExitCode.OK;
    }

    private String known() {
        var names = new ArrayList<>(List.of("postgres", "kafka", "connect", "launcher"));
        Replica.all(Replica.COUNT_MAX).map(Replica::processName).forEach(names::add);
        if (!names.contains(process)) {
            throw new ParameterException(
                    spec.commandLine(), process + " is not one of " + String.join(", ", names));
        }
        return process;
    }
}
