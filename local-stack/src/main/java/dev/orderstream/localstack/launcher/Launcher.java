package dev.orderstream.localstack.launcher;

import dev.orderstream.localstack.Replica;
import dev.orderstream.localstack.Service;
import dev.orderstream.localstack.StackException;
import dev.orderstream.localstack.home.Secrets;
import dev.orderstream.localstack.kafka.KafkaProvisioning;
import dev.orderstream.localstack.postgres.PostgresProvisioning;
import dev.orderstream.localstack.postgres.RelaySlots;
import dev.orderstream.localstack.process.ChildSpec;
import dev.orderstream.localstack.process.LogFile;
import dev.orderstream.localstack.process.PrivateFiles;
import dev.orderstream.localstack.process.Supervised;
import dev.orderstream.localstack.process.Together;
import dev.orderstream.localstack.process.Waiting;
import dev.orderstream.localstack.relay.ConnectApi;
import dev.orderstream.localstack.relay.RelayKeeper;
import dev.orderstream.localstack.relay.SlotKeeper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Starts everything as far in parallel as what needs what allows, keeps it running, and stops it.
final class Launcher {

    private static final Duration START_MAX = Duration.ofSeconds(180);
    private static final Duration STOP_MAX = Duration.ofSeconds(20);

    /// A process that ended so often without ever having served has a fault that trying again does
    /// not cure.
    private static final int FALSE_STARTS_MAX = 4;

    private static final Set<String> KEEPS_DATA = Set.of("postgres", "kafka");

    private final LaunchOptions options;
    private final Consumer<String> progress;
    private final Secrets secrets;
    private final StackRecord stack;
    private final Infrastructure infrastructure;
    private final ServiceEnvironment environment;
    private final ServiceApps apps;
    private final Stoppers stoppers = new Stoppers();
    private final CountDownLatch stopped = new CountDownLatch(1);

    Launcher(LaunchOptions options, Secrets secrets, Consumer<String> progress) {
        this.options = options;
        this.progress = progress;
        this.secrets = secrets;
        this.stack = new StackRecord(options, progress);
        this.infrastructure = Infrastructure.of(options, secrets);
        this.environment = new ServiceEnvironment(options.home(), options.ports(), secrets);
        this.apps = new ServiceApps(options.installation(), options.home());
    }

    /// Returns when everything serves.
    void start() {
        for (var service : Service.values()) {
            environment.write(new Replica(service, 1));
        }
        var world = OutsideWorld.start(options, secrets);
        stoppers.add(Layer.OUTSIDE_WORLD, world::close);
        var postgres = Together.async(this::startPostgres);
        var kafka = Together.async(this::startKafka);
        var relay = kafka.thenRun(this::startConnect);
        Together.await(postgres, kafka);
        Together.run(
                options.processes().stream()
                        .map(replica -> (Runnable) () -> startService(replica))
                        .toArray(Runnable[]::new));
        Together.await(relay);
        startRelay();
        stack.ready();
    }

    /// Returns when the stack has been stopped.
    void awaitStop() {
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void stop() {
        if (stoppers.begin()) {
            try {
                stopAll();
            } finally {
                // Whatever went wrong, the others who wait for the end are not to wait for ever
                stopped.countDown();
            }
        }
        awaitStop();
    }

    private void stopAll() {
        progress.accept("stopping");
        stoppers.stop((layer, fault) ->
                progress.accept(layer + " did not stop: " + StackException.told(fault)));
        if (!stack.isReady()) {
            forgetArchives();
        }
        stack.gone();
    }

    /// Made from starts that did not get far, they would help later ones little and stay for good.
    private void forgetArchives() {
        try {
            PrivateFiles.deleteTree(options.home().archives());
        } catch (IOException e) {
            progress.accept(
                    "could not delete " + options.home().archives() + ": " + e.getMessage());
        }
    }

    private void startPostgres() {
        var postgres = infrastructure.postgres();
        postgres.initialise();
        supervise(Layer.POSTGRES, "postgres", postgres::spec);
        awaitServing("postgres", postgres::accepts);
        new PostgresProvisioning(postgres, secrets.postgresPasswords()).apply();
        RelaySlots.make(postgres);
    }

    private void startKafka() {
        var kafka = infrastructure.kafka();
        kafka.initialise();
        supervise(Layer.KAFKA, "kafka", kafka::spec);
        awaitServing("kafka", kafka::accepts);
        new KafkaProvisioning(kafka).apply();
    }

    private void startConnect() {
        supervise(Layer.CONNECT, "connect", infrastructure.connect()::spec);
    }

    private void startService(Replica replica) {
        var name = replica.processName();
        var addresses = new Addresses(options.ports().byName());
        supervise(
                Layer.SERVICES,
                name,
                () -> ServiceProcess.spec(options, replica, environment, apps));
        awaitServing(name, () -> Health.ok(addresses.ready(replica)));
    }

    /// Ready when the outbox of every started service is relayed; the keeper goes on from there.
    private void startRelay() {
        var settings = infrastructure.connect().settings();
        var connect = new ConnectApi(settings.url());
        var keeper = new RelayKeeper(connect, options.installation().connectors(), progress);
        keep("relay-keeper", keeper::run);
        keep("slot-keeper", new SlotKeeper(connect, settings.relayDatabase(), progress)::run);
        awaitServing(
                "connect",
                () ->
                        keeper.connected()
                                && options.services().stream()
                                        .allMatch(service ->
                                                keeper.running(service.database() + "-outbox")));
    }

    private void keep(String name, Runnable keeper) {
        var thread = Thread.ofPlatform().daemon().name(name).start(keeper);
        stoppers.add(Layer.RELAY, thread::interrupt);
    }

    private void supervise(Layer layer, String name, Supplier<ChildSpec> spec) {
        if (stoppers.stopping()) {
            throw new StackException("Stopped while starting");
        }
        var child = new Supervised(name, spec, stack);
        child.start();
        stoppers.add(layer, () -> child.stop(STOP_MAX));
    }

    private void awaitServing(String name, BooleanSupplier serves) {
        Waiting.until(
                name,
                START_MAX,
                () -> {
                    if (stoppers.stopping()) {
                        throw new StackException("Stopped while starting");
                    }
                    if (stack.restarts(name) >= FALSE_STARTS_MAX) {
                        throw new StackException(doesNotStart(name, options.home().log(name)));
                    }
                    return serves.getAsBoolean();
                });
        progress.accept(name + " is ready");
    }

    private static String doesNotStart(String name, Path log) {
        var text =
                "%s does not start. The end of %s:%n%s".formatted(name, log, LogFile.tail(log, 12));
        return KEEPS_DATA.contains(name)
                ? text + "\nIf its data is damaged: up --fresh deletes all data and begins anew."
                : text;
    }
}
