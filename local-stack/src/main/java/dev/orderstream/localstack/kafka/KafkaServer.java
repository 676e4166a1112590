package dev.orderstream.localstack.kafka;

import dev.orderstream.localstack.StackException;
import dev.orderstream.localstack.process.ArgumentFile;
import dev.orderstream.localstack.process.ChildProcess;
import dev.orderstream.localstack.process.ChildSpec;
import dev.orderstream.localstack.process.JavaCommand;
import dev.orderstream.localstack.process.PrivateFiles;
import dev.orderstream.localstack.process.Sockets;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.common.Uuid;

/// One Kafka node: formats its storage, says how to run it, and how its users sign in.
public final class KafkaServer {

    private static final Duration FORMATTING_MAX = Duration.ofSeconds(60);
    private static final int ANSWER_MS_MAX = 2_000;

    private static final List<String> FORMATTING_JVM =
            List.of("-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto");

    private final KafkaSettings settings;

    public KafkaServer(KafkaSettings settings) {
        this.settings = settings;
    }

    public KafkaSettings settings() {
        return settings;
    }

    /// Writes the configuration, and formats the storage if that has not been done yet.
    public void initialise() {
        try {
            PrivateFiles.directory(settings.home());
            PrivateFiles.write(settings.propertiesFile(), ServerProperties.of(settings));
            if (!Files.exists(settings.dataDir().resolve("meta.properties"))) {
                PrivateFiles.deleteTree(settings.dataDir());
                format();
            }
        } catch (IOException e) {
            throw new StackException(
                    "Could not prepare Kafka at " + settings.home() + ": " + e.getMessage(), e);
        }
    }

    public ChildSpec spec() {
        return child(
                "kafka",
                JavaCommand.of(
                        settings.jvmOptions(),
                        settings.classPath(),
                        "kafka.Kafka",
                        settings.propertiesFile().toString()));
    }

    /// True when the broker's socket takes connections; its first answer may wait for the
    /// controller.
    public boolean accepts() {
        return Sockets.listening(settings.host(), settings.port());
    }

    /// True when the broker itself answers: of a port that something forwards, a connection says
    /// nothing.
    public boolean answers() {
        var options = new DescribeClusterOptions().timeoutMs(ANSWER_MS_MAX);
        try (var admin = Admin.create(client(KafkaUser.ADMIN))) {
            return !admin.describeCluster(options).nodes().get().isEmpty();
        } catch (ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while asking Kafka", e);
        }
    }

    /// The `server.properties` of a broker in a container, which keeps its data at `home`.
    public String propertiesInContainer() {
        return ServerProperties.inContainer(settings);
    }

    /// Configuration for a client of this broker.
    public Map<String, Object> client(String user) {
        var client = new java.util.HashMap<String, Object>();
        client.put("bootstrap.servers", settings.bootstrapServers());
        if (settings.secured()) {
            client.putAll(Sasl.client(user, settings.password(user)));
        }
        return client;
    }

    /// Passwords go by a file that only the owner can read: arguments are visible to everybody on
    /// the machine.
    private void format() throws IOException {
        var arguments =
                new ArrayList<>(
                        List.of(
                                "format",
                                "-t",
                                Uuid.randomUuid().toString(),
                                "-c",
                                settings.propertiesFile().toString()));
        settings.passwords()
                .forEach((user, password) ->
                        arguments.addAll(
                                List.of(
                                        "--add-scram",
                                        "%s=[name=%s,password=%s]"
                                                .formatted(Sasl.MECHANISM, user, password))));
        var command =
                JavaCommand.of(
                        FORMATTING_JVM,
                        settings.classPath(),
                        "kafka.tools.StorageTool",
                        arguments.toArray(String[]::new));
        try (var file = ArgumentFile.of(settings.home(), command)) {
            ChildProcess.run(child("kafka-format", file.command()), FORMATTING_MAX);
        }
    }

    private ChildSpec child(String name, List<String> command) {
        return ChildSpec.of(name, command, Map.of(), settings.home(), settings.log());
    }
}
