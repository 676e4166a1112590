package dev.orderstream.localstack.teststack;

import dev.orderstream.localstack.Installation;
import dev.orderstream.localstack.StackException;
import dev.orderstream.localstack.kafka.KafkaProvisioning;
import dev.orderstream.localstack.kafka.KafkaServer;
import dev.orderstream.localstack.kafka.KafkaSettings;
import dev.orderstream.localstack.postgres.PostgresBinaries;
import dev.orderstream.localstack.postgres.PostgresServer;
import dev.orderstream.localstack.postgres.PostgresSettings;
import dev.orderstream.localstack.process.ChildProcess;
import dev.orderstream.localstack.process.ChildSpec;
import dev.orderstream.localstack.process.ChildrenFile;
import dev.orderstream.localstack.process.LogFile;
import dev.orderstream.localstack.process.Together;
import dev.orderstream.localstack.process.Waiting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;

/// Child processes on free ports, with their data in a temporary directory.
final class ProcessProvider implements TestStackProvider {

    private static final Duration START_MAX = Duration.ofSeconds(90);
    private static final Duration STOP_MAX = Duration.ofSeconds(20);
    private static final List<String> KAFKA_JVM =
            List.of(
                    "-Xmx512m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Xshare:auto",
                    "-Duser.timezone=UTC");

    private final Map<Part, ChildProcess> running = new EnumMap<>(Part.class);
    private final PostgresServer postgres;
    private final KafkaServer kafka;
    private final ChildrenFile children;
    private final Path directory;

    ProcessProvider() {
        var ports = FreePorts.take(3);
        var installation = Installation.find();
        directory = TestDirectories.make();
        children = new ChildrenFile(directory.resolve(TestDirectories.CHILDREN));
        postgres =
                new PostgresServer(
                        new PostgresSettings(
                                PostgresBinaries.unpacked(installation),
                                directory.resolve("postgres"),
                                directory.resolve("postgres.log"),
                                "127.0.0.1",
                                ports[0],
                                PostgresSettings.SUPERUSER));
        kafka =
                new KafkaServer(
                        new KafkaSettings(
                                installation.classPath(),
                                KAFKA_JVM,
                                directory.resolve("kafka"),
                                directory.resolve("kafka.log"),
                                "127.0.0.1",
                                ports[1],
                                ports[2],
                                Map.of()));
    }

    @Override
    public void start() {
        Together.run(this::startPostgres, this::startKafka);
    }

    private void startPostgres() {
        postgres.initialise();
        restart(Part.POSTGRES);
        TestDatabases.make(postgres);
    }

    private void startKafka() {
        kafka.initialise();
        restart(Part.KAFKA);
        new KafkaProvisioning(kafka).apply();
    }

    @Override
    public String jdbcUrl(String database) {
        return postgres.settings().jdbcUrl(database);
    }

    @Override
    public String bootstrapServers() {
        return kafka.settings().bootstrapServers();
    }

    @Override
    public void kill(Part part) {
        child(part).kill();
    }

    @Override
    public void stop(Part part) {
        child(part).stop(STOP_MAX);
    }

    @Override
    public void restart(Part part) {
        var spec = part == Part.POSTGRES ? postgres.spec() : kafka.spec();
        BooleanSupplier serves = part == Part.POSTGRES ? postgres::accepts : kafka::accepts;
        var deadline = System.nanoTime() + START_MAX.toNanos();
        while (!startAndAwait(part, spec, serves)) {
            if (System.nanoTime() > deadline) {
                throw new StackException(
                        spec.name() + " does not start:\n" + LogFile.tail(spec.log(), 12));
            }
        }
    }

    /// After a kill, PostgreSQL may refuse to start until the last orphan of the old server is
    /// gone.
    private boolean startAndAwait(Part part, ChildSpec spec, BooleanSupplier serves) {
        var child = ChildProcess.start(spec);
        synchronized (running) {
            running.put(part, child);
        }
        children.record(child.identity());
        Waiting.holdsWithin(START_MAX, () -> !child.alive() || serves.getAsBoolean());
        return child.alive();
    }

    private ChildProcess child(Part part) {
        synchronized (running) {
            return Objects.requireNonNull(running.get(part), () -> part + " was never started");
        }
    }

    @Override
    public void close() {
        synchronized (running) {
            running.values().forEach(ChildProcess::kill);
        }
        TestDirectories.delete(directory);
    }
}
