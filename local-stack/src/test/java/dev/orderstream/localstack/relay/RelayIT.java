package dev.orderstream.localstack.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.orderstream.localstack.Installation;
import dev.orderstream.localstack.Service;
import dev.orderstream.localstack.connect.ConnectServer;
import dev.orderstream.localstack.connect.ConnectSettings;
import dev.orderstream.localstack.connect.RelayDatabase;
import dev.orderstream.localstack.postgres.PostgresServer;
import dev.orderstream.localstack.postgres.PostgresSettings;
import dev.orderstream.localstack.postgres.RelaySlots;
import dev.orderstream.localstack.process.ChildProcess;
import dev.orderstream.localstack.process.Waiting;
import dev.orderstream.localstack.teststack.FreePorts;
import dev.orderstream.localstack.teststack.Part;
import dev.orderstream.localstack.teststack.TestStack;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RelayIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String PAYLOAD = "{\"name\":\"Zoë ☕\",  \"spaces\" : \"kept\"}";
    private static final TestStack STACK = TestStack.start();

    @TempDir private static Path home;

    private static PostgresServer owner;
    private static ChildProcess worker;
    private static ConnectServer connect;
    private static RelayKeeper keeper;
    private static SlotKeeper slotKeeper;
    private static UUID writtenBeforeTheRelay;

    @BeforeAll
    static void start() throws Exception {
        var postgres = URI.create(STACK.jdbcUrl("orders").substring("jdbc:".length()));
        owner = owner(postgres);
        for (var service : Service.values()) {
            RelaySlots.make(owner, service.database());
            new OutboxTable(STACK, service.database()).create();
        }
        writtenBeforeTheRelay = UUID.randomUUID();
        new OutboxTable(STACK, "orders").insert(writtenBeforeTheRelay, "orders.events", PAYLOAD);
        var database = new RelayDatabase("127.0.0.1", postgres.getPort(), "debezium", "debezium");
        connect =
                new ConnectServer(
                        new ConnectSettings(
                                Installation.find().classPath(),
                                List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
                                home,
                                home.resolve("connect.log"),
                                "127.0.0.1",
                                FreePorts.take(1)[0],
                                Map.of("bootstrap.servers", STACK.bootstrapServers()),
                                database));
        var api = new ConnectApi(connect.settings().url());
        keeper = new RelayKeeper(api, Installation.find().connectors(), System.err::println);
        slotKeeper = new SlotKeeper(api, database, System.err::println);
        worker = ChildProcess.start(connect.spec());
        awaitRelay();
    }

    @AfterAll
    static void stop() {
        worker.kill();
    }

    @ParameterizedTest
    @EnumSource
    void aRowBecomesARecordOfItsKeyHeadersAndBytes(Service service) throws Exception {
        var orderId = UUID.randomUUID();
        var topic = service.emits().topicName();

        var id = new OutboxTable(STACK, service.database()).insert(orderId, topic, PAYLOAD);

        var received = awaitRecord(topic, orderId);
        assertThat(received.value()).isEqualTo(PAYLOAD);
        assertThat(headers(received))
                .containsOnly(
                        entry("ce_id", id.toString()),
                        entry("ce_specversion", "1.0"),
                        entry("ce_type", "OrderCreated.v1"),
                        entry("ce_source", "/orders-service"),
                        entry("ce_subject", orderId.toString()),
                        entry("ce_time", "2026-11-22T08:58:59.857605Z"),
                        entry("ce_dataschema", "urn:schema"),
                        entry("ce_correlationid", orderId.toString()),
                        entry("ce_causationid", orderId.toString()),
                        entry("ce_sequence", "7"),
                        entry("content-type", "application/json"),
                        entry("traceparent", "00-a-b-01"));
    }

    @Test
    void aRowWrittenBeforeTheRelayWasThereIsRelayed() {
        assertThat(awaitRecord("orders.events", writtenBeforeTheRelay).value()).isEqualTo(PAYLOAD);
    }

    @Test
    void theRelayComesBackAfterEachOfItsPartsWasKilled() throws Exception {
        worker.kill();
        worker = ChildProcess.start(connect.spec());
        STACK.kill(Part.POSTGRES);
        STACK.restart(Part.POSTGRES);
        STACK.kill(Part.KAFKA);
        STACK.restart(Part.KAFKA);
        var orderId = UUID.randomUUID();

        new OutboxTable(STACK, "orders").insert(orderId, "orders.events", PAYLOAD);

        awaitRelay();
        assertThat(awaitRecord("orders.events", orderId).value()).isEqualTo(PAYLOAD);
    }

    @Test
    void slotsThatAreLostOrGoneAreMadeAnewAndWhatTheyDidNotRelayIsToldAgain() throws Exception {
        Waiting.until("Heartbeats", PATIENCE, RelayIT::everyRelayWasHeard);
        worker.kill();
        var unheard = new EnumMap<Service, UUID>(Service.class);
        for (var service : Service.values()) {
            var orderId = UUID.randomUUID();
            new OutboxTable(STACK, service.database())
                    .insert(orderId, service.emits().topicName(), PAYLOAD);
            unheard.put(service, orderId);
        }
        Waiting.until(
                "The end of the connectors' sessions",
                PATIENCE,
                () -> one("select count(*) from pg_replication_slots where active").equals("0"));
        one("select pg_drop_replication_slot('orders_outbox')");
        loseSlots();

        worker = ChildProcess.start(connect.spec());
        awaitRelay();

        unheard.forEach((service, orderId) ->
                assertThat(awaitRecord(service.emits().topicName(), orderId).value())
                        .isEqualTo(PAYLOAD));
        var later = UUID.randomUUID();
        new OutboxTable(STACK, "orders").insert(later, "orders.events", PAYLOAD);
        assertThat(awaitRecord("orders.events", later).value()).isEqualTo(PAYLOAD);
    }

    /// Makes the server take the slots away as it does when they hold back too much of the log.
    private static void loseSlots() {
        one("alter system set idle_replication_slot_timeout = '1s'");
        one("select pg_reload_conf()");
        try {
            Waiting.until("The loss of the slots", PATIENCE, RelayIT::everySlotIsLost);
        } finally {
            one("alter system reset idle_replication_slot_timeout");
            one("select pg_reload_conf()");
        }
    }

    private static boolean everySlotIsLost() {
        one("checkpoint");
        return one("select count(*) from pg_replication_slots where wal_status <> 'lost'")
                .equals("0");
    }

    private static boolean everyRelayWasHeard() {
        keeper.round();
        for (var service : Service.values()) {
            if (one(service.database(), "select count(*) from relay_heartbeat").equals("0")) {
                return false;
            }
        }
        return true;
    }

    private static String one(String sql) {
        return one("postgres", sql);
    }

    private static String one(String database, String sql) {
        try (var connection = owner.connect(database);
                var statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            var rows = statement.getResultSet();
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    private static void awaitRelay() {
        Waiting.until(
                "The relay",
                PATIENCE,
                () -> {
                    var slotsAreGood = slotKeeper.round();
                    return keeper.round() && slotsAreGood;
                });
    }

    private static PostgresServer owner(URI postgres) {
        return new PostgresServer(
                new PostgresSettings(
                        home,
                        home,
                        home,
                        "127.0.0.1",
                        postgres.getPort(),
                        PostgresSettings.SUPERUSER));
    }

    private static ConsumerRecord<String, String> awaitRecord(String topic, UUID orderId) {
        var config = Map.<String, Object>of("bootstrap.servers", STACK.bootstrapServers());
        try (var consumer =
                new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
            var partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(partition -> new TopicPartition(topic, partition.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var deadline = System.nanoTime() + PATIENCE.toNanos();
            while (System.nanoTime() < deadline) {
                for (var candidate : consumer.poll(Duration.ofMillis(200))) {
                    if (orderId.toString().equals(candidate.key())) {
                        return candidate;
                    }
                }
            }
        }
        throw new AssertionError("no record of order " + orderId + " on " + topic);
    }

    private static Map<String, String> headers(ConsumerRecord<String, String> received) {
        var headers = new HashMap<String, String>();
        received.headers()
                .forEach(header ->
                        headers.put(
                                header.key(),
                                header.value() == null
                                        ? null
                                        : new String(header.value(), StandardCharsets.UTF_8)));
        return headers;
    }
}
