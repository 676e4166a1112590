package dev.orderstream.localstack.cli;

import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;

/// Entry point of the commands that start, watch and stop the local stack.
public final class Main {

    /// Kafka's clients report every attempt to reach a broker that is still starting.
    private static final Logger LIBRARIES = Logger.getLogger("");

    private Main() {}

    public static void main(String[] arguments) {
        LIBRARIES.setLevel(Level.OFF);
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new OrderstreamCommand())
                .setExecutionExceptionHandler(new Faults())
                .setCaseInsensitiveEnumValuesAllowed(true);
    }
}
