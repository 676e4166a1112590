package dev.orderstream.localstack.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.orderstream.localstack.status.StackStatus;
import dev.orderstream.localstack.status.StatusProbe;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Shows each process and connector. Exit code 0 if all is ready, 3 if something is not, 1 if
/// nothing runs.
@Command(
        name = "status",
        description = "Shows what runs. Exit code 0: all is ready, 3: not all is, 1: nothing runs.",
        mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {

    private enum Output {
        TEXT,
        JSON
    }

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin private final HomeOption home = new HomeOption();

    @Option(
            names = "-o",
            paramLabel = "FORMAT",
            description = "text or json (default: text).",
            defaultValue = "text")
    private Output output = Output.TEXT;

    @Override
    public Integer call() throws JsonProcessingException {
        var running = home.running();
        var status =
                running.map(stack -> new StatusProbe(stack).look()).orElse(StackStatus.NOTHING);
        var out = spec.commandLine().getOut();
        if (output == Output.JSON) {
            out.println(
                    JsonMapper.builder()
                            .build()
                            .writerWithDefaultPrettyPrinter()
                            .writeValueAsString(status));
        } else {
            out.print(running.isPresent() ? StatusTable.of(status) : "Nothing is running.\n");
        }
        out.flush();
        return running.isEmpty() ? ExitCode.FAILED : status.ready() ? ExitCode.OK : ExitCode.PARTLY;
    }
}
