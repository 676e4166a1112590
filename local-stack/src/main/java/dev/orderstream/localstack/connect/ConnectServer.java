package dev.orderstream.localstack.connect;

import dev.orderstream.localstack.StackException;
import dev.orderstream.localstack.process.ChildSpec;
import dev.orderstream.localstack.process.JavaCommand;
import dev.orderstream.localstack.process.PrivateFiles;
import java.io.IOException;

/// One Kafka Connect worker with Debezium's PostgreSQL connector on its class path.
public final class ConnectServer {

    private final ConnectSettings settings;

    public ConnectServer(ConnectSettings settings) {
        this.settings = settings;
    }

    public ConnectSettings settings() {
        return settings;
    }

    /// Writes the configuration and says how to run the worker with it.
    public ChildSpec spec() {
        var file = settings.home().resolve("connect.properties");
        try {
            PrivateFiles.directory(settings.home());
            PrivateFiles.write(file, WorkerProperties.of(settings));
        } catch (IOException e) {
            throw new StackException(
                    "Could not prepare Connect at " + settings.home() + ": " + e.getMessage(), e);
        }
        var command =
                JavaCommand.of(
                        settings.jvmOptions(),
                        settings.classPath(),
                        "org.apache.kafka.connect.cli.ConnectDistributed",
                        file.toString());
        return ChildSpec.of(
                "connect",
                command,
                settings.relayDatabase().environment(),
                settings.home(),
                settings.log());
    }
}
