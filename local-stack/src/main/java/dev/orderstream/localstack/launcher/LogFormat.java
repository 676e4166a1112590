package dev.orderstream.localstack.launcher;

import dev.orderstream.localstack.StackException;
import dev.orderstream.localstack.home.Home;
import dev.orderstream.localstack.process.PrivateFiles;
import java.io.IOException;
import java.nio.file.Path;

/// How Kafka and Connect log: one line a message, as text.
final class LogFormat {

    private static final String CONFIGURATION =
            """
            handlers=java.util.logging.ConsoleHandler
            .level=INFO
            org.apache.kafka.common.config.level=WARNING
            org.apache.kafka.connect.runtime.WorkerConfig.level=WARNING
            org.eclipse.jetty.level=WARNING
            org.glassfish.level=SEVERE
            java.util.logging.SimpleFormatter.format=%1$tFT%1$tT.%1$tLZ %4$-7s %3$s %5$s%6$s%n
            """;

    private LogFormat() {}

    static Path file(Home home) {
        var file = home.logging();
        try {
            PrivateFiles.write(file, CONFIGURATION);
            return file;
        } catch (IOException e) {
            throw new StackException("Could not write " + file + ": " + e.getMessage(), e);
        }
    }
}
