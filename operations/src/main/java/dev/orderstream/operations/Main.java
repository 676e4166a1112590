package dev.orderstream.operations;

import dev.orderstream.operations.bench.RunBenchCommand;
import dev.orderstream.operations.console.DurationConverter;
import dev.orderstream.operations.console.ExitCodes;
import dev.orderstream.operations.console.Failures;
import dev.orderstream.operations.console.Logging;
import dev.orderstream.operations.demo.RunDemoCommand;
import dev.orderstream.operations.token.MintTokenCommand;
import java.time.Duration;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The root of all commands.
@Command(
        name = "orderstream",
        subcommands = {MintTokenCommand.class, RunDemoCommand.class, RunBenchCommand.class},
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Uses a running Orderstream.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:ok", "1:failed", "2:usage", "3:partly done", "4:refused"})
public final class Main {

    private Main() {}

    /// Runs one command and exits with its code.
    public static void main(String... arguments) {
        Logging.quiet();
        System.exit(commandLine().execute(arguments));
    }

    /// All commands, ready to be run in this process.
    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .registerConverter(Duration.class, new DurationConverter())
                .setExecutionExceptionHandler(new Failures())
                .setParameterExceptionHandler(Failures::usage)
                .setExitCodeExceptionMapper(unused -> ExitCodes.FAILED)
                .setCaseInsensitiveEnumValuesAllowed(true);
    }
}
