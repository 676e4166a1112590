package dev.orderstream.delivery.dispatch;

import static dev.orderstream.delivery.testapp.Records.bytes;
import static dev.orderstream.delivery.testapp.Records.order;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderstream.delivery.database.Database;
import dev.orderstream.delivery.database.DatabaseException;
import dev.orderstream.delivery.outbox.Ids;
import dev.orderstream.delivery.testapp.AskOnOrderCreated;
import dev.orderstream.delivery.testapp.CallOutside;
import dev.orderstream.delivery.testapp.Records;
import dev.orderstream.delivery.testapp.Seen;
import dev.orderstream.delivery.testapp.StackResource;
import dev.orderstream.events.OrderEvent.OrderCompleted;
import dev.orderstream.events.OrderEvent.OrderCreated;
import dev.orderstream.localstack.teststack.Broker;
import dev.orderstream.localstack.teststack.Part;
import dev.orderstream.localstack.teststack.TestStack;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/// What each failure of the delivery gets, on real PostgreSQL and Kafka.
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class DeliveryIT {

    private static final String ORDERS = "orders.events";
    private static final String DLQ = "shipping-service.dlq";
    private static final Duration BOUND = Duration.ofSeconds(30);

    @Inject Seen seen;
    @Inject AskOnOrderCreated handler;
    @Inject CallOutside outside;
    @Inject Database database;

    @Test
    void anEventIsHandledOnceHoweverOftenItComes() {
        OrderCreated order = order("pm_ok");
        ProducerRecord<byte[], byte[]> record = Records.of(order);
        OrderCreated last = order("pm_ok");

        Broker.send(List.of(record, record));
        Broker.send(List.of(record, Records.of(last)));

        awaitSeen(last, "created");
        awaitAllRead();
        assertThat(seen.times(order.orderId(), "created")).isEqualTo(1);
        assertThat(outboxSequences(order.orderId())).containsExactly(1L);
    }

    @Test
    void whatAHandlerTellsCarriesItsCauseAndTrace() {
        OrderCreated order = order("pm_ok");
        UUID eventId = Ids.next();

        Broker.send(List.of(Records.of(order, eventId)));

        awaitSeen(order, "created");
        List<String> told =
                query(
                        "SELECT causation_id || ' ' || correlation_id || ' ' || traceparent AS t"
                                + " FROM outbox_event WHERE order_id = ?",
                        order.orderId());
        assertThat(told).hasSize(1);
        assertThat(told.getFirst())
                .startsWith(
                        eventId + " " + order.orderId() + " 00-4bf92f3577b34da6a3ce929d0e0e4736-");
    }

    @Test
    void whatIsSettledIsSoonCommitted() {
        OrderCreated order = order("pm_ok");

        Broker.send(List.of(Records.of(order)));

        awaitSeen(order, "created");
        awaitAllRead();
    }

    @Test
    void poisonBecomesADeadLetterByteForByteAndTheOrdersBehindItGoOn() {
        byte[] random = new byte[300];
        new Random(42).nextBytes(random);
        byte[] oversize = new byte[2 * 1024 * 1024];
        ProducerRecord<byte[], byte[]> wrongSchema = Records.of(order("pm_ok"));
        OrderCreated nullKeyed = order("pm_ok");
        ProducerRecord<byte[], byte[]> nullKey = Records.of(nullKeyed);
        List<ProducerRecord<byte[], byte[]>> poison =
                List.of(
                        Records.raw(ORDERS, bytes("k1"), random),
                        with(wrongSchema, wrongSchema.key(), bytes("{\"orderId\":\"x\"}")),
                        with(nullKey, null, nullKey.value()),
                        with(Records.of(order("pm_ok")), bytes("other key"), nullKey.value()),
                        with(wrongSchema, bytes("oversize"), oversize));
        OrderCreated behind = order("pm_ok");

        List<ProducerRecord<byte[], byte[]>> all = new ArrayList<>(poison);
        all.add(Records.of(behind));
        Broker.send(all);

        awaitSeen(behind, "created");
        awaitAllRead();
        List<ConsumerRecord<byte[], byte[]>> letters = Broker.all(DLQ);
        for (ProducerRecord<byte[], byte[]> bad : poison) {
            assertThat(letters)
                    .filteredOn(letter ->
                            Arrays.equals(letter.key(), bad.key())
                                    && Arrays.equals(letter.value(), bad.value()))
                    .singleElement()
                    .satisfies(letter -> hasReasonAndOrigin(letter, bad));
        }
        assertThat(seen.times(nullKeyed.orderId(), "created")).isZero();
    }

    @Test
    void anUnknownTypeAndAKnownTypeOfOthersArePassedOver() {
        ProducerRecord<byte[], byte[]> unknown = Records.of(order("pm_ok"));
        unknown.headers().remove("ce_type").add("ce_type", bytes("OrderImagined.v1"));
        UUID completed = Ids.next();
        OrderCreated behind = order("pm_ok");

        Broker.send(
                List.of(
                        with(unknown, bytes("unknown-type"), bytes("anything")),
                        Records.of(new OrderCompleted(completed, Instant.EPOCH)),
                        Records.of(behind)));

        awaitSeen(behind, "created");
        awaitAllRead();
        assertThat(Broker.all(DLQ))
                .noneMatch(letter -> Arrays.equals(letter.key(), bytes("unknown-type")))
                .noneMatch(letter -> Arrays.equals(letter.key(), bytes(completed.toString())));
    }

    @Test
    void aBugInAHandlerCostsOnlyTheOneEvent() {
        List<OrderCreated> good = Stream.generate(() -> order("pm_ok")).limit(20).toList();
        OrderCreated bad = order(AskOnOrderCreated.TRIPS);
        List<ProducerRecord<byte[], byte[]>> records =
                new ArrayList<>(good.stream().map(Records::of).toList());
        records.add(10, Records.of(bad));

        Broker.send(records);

        good.forEach(order -> awaitSeen(order, "created"));
        await().atMost(BOUND)
                .untilAsserted(() ->
                        assertThat(Broker.all(DLQ))
                                .filteredOn(l ->
                                        Arrays.equals(l.key(), bytes(bad.orderId().toString())))
                                .singleElement()
                                .satisfies(l ->
                                        assertThat(header(l, "dead-letter-reason"))
                                                .isEqualTo("tripped")));
        assertThat(seen.times(bad.orderId(), "created")).isZero();
        good.forEach(o -> assertThat(seen.times(o.orderId(), "created")).isEqualTo(1));
    }

    @Test
    void whileTheDatabaseIsAwayEventsWaitAndNothingIsADeadLetter() {
        int lettersBefore = Broker.all(DLQ).size();
        List<OrderCreated> orders = Stream.generate(() -> order("pm_ok")).limit(50).toList();

        TestStack.start().kill(Part.POSTGRES);
        Broker.send(orders.stream().map(Records::of).toList());
        TestStack.start().restart(Part.POSTGRES);

        orders.forEach(order -> awaitSeen(order, "ok"));
        assertThat(Broker.all(DLQ)).hasSize(lettersBefore);
        orders.forEach(o -> assertThat(seen.times(o.orderId(), "created")).isEqualTo(1));
    }

    @Test
    void recordsAreTakenInBatches() {
        int batchesBefore = handler.batches();
        List<OrderCreated> orders = Stream.generate(() -> order("pm_ok")).limit(2000).toList();

        Broker.send(orders.stream().map(Records::of).toList());

        orders.forEach(order -> awaitSeen(order, "created"));
        assertThat(handler.batches() - batchesBefore).isBetween(1, 400);
    }

    @Test
    void aCallThatFailsIsRepeatedWithTheSameKeyAndRecordedOnce() {
        OrderCreated busy = order("pm_fails_twice");
        OrderCreated buggy = order("pm_throws_once");

        Broker.send(List.of(Records.of(busy), Records.of(buggy)));

        awaitSeen(busy, "ok");
        awaitSeen(buggy, "ok");
        assertThat(outside.keys(busy.orderId())).hasSize(3);
        assertThat(outside.keys(busy.orderId()).stream().distinct()).hasSize(1);
        assertThat(seen.times(busy.orderId(), "ok")).isEqualTo(1);
    }

    @Test
    void aCallWhoseWorkerDiedIsTakenOverWhenItsLeaseIsOver() {
        UUID orderId = Ids.next();
        QuarkusTransaction.requiringNew()
                .run(() ->
                        database.update(
                                """
                                INSERT INTO effect (id, kind, order_id, subject, state, attempt,
                                                    next_attempt_at, lease_until, input)
                                VALUES (?, 'call', ?, '', 'RUNNING', 1, now(),
                                        now() + interval '1 second',
                                        '{"behaviour":"pm_ok"}')
                                """,
                                Ids.next(),
                                orderId));

        await().atMost(BOUND).until(() -> seen.times(orderId, "resumed") == 1);
        assertThat(outside.keys(orderId)).isEmpty();
    }

    /// Topics have several partitions: an event of another one may be read later.
    private static void awaitAllRead() {
        await().atMost(BOUND).until(() -> Broker.uncommitted(ORDERS, "shipping-service") == 0);
    }

    private void awaitSeen(OrderCreated order, String what) {
        await().atMost(BOUND)
                // Most of thousands are there when they are asked for.
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50))
                // The pool may still hold connections of a database that was killed.
                .ignoreExceptionsInstanceOf(DatabaseException.class)
                .until(() -> seen.times(order.orderId(), what) >= 1);
    }

    private List<Long> outboxSequences(UUID orderId) {
        return query("SELECT sequence::text AS t FROM outbox_event WHERE order_id = ?", orderId)
                .stream()
                .map(Long::valueOf)
                .toList();
    }

    private List<String> query(String sql, UUID orderId) {
        return QuarkusTransaction.requiringNew()
                .call(() -> database.query(sql, row -> row.getString("t"), orderId));
    }

    private static void hasReasonAndOrigin(
            ConsumerRecord<byte[], byte[]> letter, ProducerRecord<byte[], byte[]> bad) {
        assertThat(header(letter, "dead-letter-reason")).isNotBlank();
        assertThat(header(letter, "dead-letter-topic")).isEqualTo(ORDERS);
        assertThat(header(letter, "dead-letter-offset")).matches("[0-9]+");
        bad.headers()
                .forEach(h ->
                        assertThat(letter.headers().lastHeader(h.key()).value())
                                .isEqualTo(h.value()));
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }

    private static ProducerRecord<byte[], byte[]> with(
            ProducerRecord<byte[], byte[]> record,
            byte @org.jspecify.annotations.Nullable [] key,
            byte[] value) {
        return new ProducerRecord<>(record.topic(), null, key, value, record.headers());
    }
}
