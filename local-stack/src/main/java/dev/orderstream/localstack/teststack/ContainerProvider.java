package dev.orderstream.localstack.teststack;

import dev.orderstream.localstack.Installation;
import dev.orderstream.localstack.StackException;
import dev.orderstream.localstack.kafka.KafkaProvisioning;
import dev.orderstream.localstack.kafka.KafkaServer;
import dev.orderstream.localstack.kafka.KafkaSettings;
import dev.orderstream.localstack.postgres.PostgresServer;
import dev.orderstream.localstack.postgres.PostgresSettings;
import dev.orderstream.localstack.process.Together;
import dev.orderstream.localstack.process.Waiting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.Uuid;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerFetchException;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.MountableFile;

/// Containers of the images of `docker-compose.yml`, configured as the processes are. Their ports
/// are free ones of the loopback interface, and stay the same when a part comes back.
final class ContainerProvider implements TestStackProvider {

    private static final Duration START_MAX = Duration.ofSeconds(120);
    private static final int STOP_S_MAX = 20;
    private static final int LOG_LINES_SHOWN = 12;
    private static final String HOST = "127.0.0.1";
    private static final int POSTGRES_PORT = 5432;
    private static final String POSTGRES_CONFIG = "/etc/orderstream/postgresql.conf";
    private static final String KAFKA_CONFIG = "/etc/orderstream/server.properties";
    private static final String NO_DOCKER =
            """
            -D%s=containers needs a Docker engine on this machine, and none answers: start Docker, \
            or leave the property out, and PostgreSQL and Kafka run as processes\
            """
                    .formatted(StackCalls.PROVIDER_PROPERTY);

    private final PostgresServer postgres;
    private final KafkaServer kafka;
    private final Map<Part, GenericContainer<?>> containers;

    ContainerProvider() {
        var ports = FreePorts.take(2);
        var inside = Path.of("");
        postgres =
                new PostgresServer(
                        new PostgresSettings(
                                inside,
                                inside,
                                inside,
                                HOST,
                                ports[0],
                                PostgresSettings.SUPERUSER));
        kafka =
                new KafkaServer(
                        new KafkaSettings(
                                "",
                                List.of(),
                                Path.of("/var/lib/kafka"),
                                inside,
                                HOST,
                                ports[1],
                                9093,
                                Map.of()));
        var root = Installation.find().root();
        var compose = new ComposeImages(root.resolve("docker-compose.yml"));
        containers =
                Map.of(
                        Part.POSTGRES,
                        postgresContainer(
                                compose.of("postgres"),
                                root.resolve("deploy/compose/postgres/postgresql.conf")),
                        Part.KAFKA,
                        kafkaContainer(compose.of("apache/kafka")));
    }

    private GenericContainer<?> postgresContainer(String image, Path config) {
        var container =
                new GenericContainer<>(DockerImageName.parse(image))
                        .withEnv("POSTGRES_PASSWORD", postgres.settings().password())
                        .withEnv(
                                "POSTGRES_INITDB_ARGS",
                                String.join(" ", PostgresServer.INITDB_OPTIONS))
                        .withCopyFileToContainer(MountableFile.forHostPath(config), POSTGRES_CONFIG)
                        .withCommand("postgres", "-c", "config_file=" + POSTGRES_CONFIG);
        return published(container, postgres.settings().port(), POSTGRES_PORT);
    }

    private GenericContainer<?> kafkaContainer(String image) {
        var start =
                """
                cd /opt/kafka/bin &&
                ./kafka-storage.sh format --ignore-formatted --cluster-id %s --config %s &&
                exec ./kafka-server-start.sh %s
                """
                        .formatted(Uuid.randomUuid(), KAFKA_CONFIG, KAFKA_CONFIG);
        var port = kafka.settings().port();
        var container =
                new GenericContainer<>(DockerImageName.parse(image))
                        .withEnv("KAFKA_HEAP_OPTS", "-Xmx512m")
                        .withCopyToContainer(
                                Transferable.of(kafka.propertiesInContainer()), KAFKA_CONFIG)
                        .withCommand("bash", "-c", start);
        return published(container, port, port);
    }

    private static GenericContainer<?> published(
            GenericContainer<?> container, int port, int portInside) {
        container.setPortBindings(List.of(HOST + ":" + port + ":" + portInside));
        return container.withStartupTimeout(START_MAX);
    }

    @Override
    public void start() {
        Together.run(ContainerProvider::findDocker);
        Together.run(this::startPostgres, this::startKafka);
    }

    private static void findDocker() {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            throw new StackException(NO_DOCKER);
        }
    }

    private void startPostgres() {
        start(Part.POSTGRES);
        TestDatabases.make(postgres);
    }

    private void startKafka() {
        start(Part.KAFKA);
        new KafkaProvisioning(kafka).apply();
    }

    private void start(Part part) {
        try {
            container(part).start();
        } catch (ContainerFetchException | ContainerLaunchException e) {
            throw new StackException(
                    "%s does not start (docker compose pull says whether its image can be had): %s"
                            .formatted(part, firstCause(e).getMessage()),
                    e);
        }
        awaitService(part);
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
        var container = container(part);
        container.getDockerClient().killContainerCmd(container.getContainerId()).exec();
    }

    @Override
    public void stop(Part part) {
        var container = container(part);
        container
                .getDockerClient()
                .stopContainerCmd(container.getContainerId())
                .withTimeout(STOP_S_MAX)
                .exec();
    }

    @Override
    public void restart(Part part) {
        var container = container(part);
        container.getDockerClient().startContainerCmd(container.getContainerId()).exec();
        Together.run(() -> awaitService(part));
    }

    private void awaitService(Part part) {
        var container = container(part);
        BooleanSupplier serves = part == Part.POSTGRES ? postgres::accepts : kafka::answers;
        if (!Waiting.holdsWithin(
                START_MAX, () -> serves.getAsBoolean() || !container.isRunning())) {
            throw new StackException(part + " does not serve:\n" + lastLines(container.getLogs()));
        }
        if (!container.isRunning()) {
            throw new StackException(part + " does not start:\n" + lastLines(container.getLogs()));
        }
    }

    private GenericContainer<?> container(Part part) {
        return Objects.requireNonNull(containers.get(part));
    }

    private static Throwable firstCause(Throwable fault) {
        var cause = fault.getCause();
        return cause == null ? fault : firstCause(cause);
    }

    private static String lastLines(String log) {
        var lines = log.lines().toList();
        return String.join(
                "\n", lines.subList(Math.max(0, lines.size() - LOG_LINES_SHOWN), lines.size()));
    }

    @Override
    public void close() {
        containers.values().forEach(GenericContainer::stop);
    }
}
