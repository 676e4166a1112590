package dev.orderstream.orders.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.orderstream.delivery.database.Database;
import dev.orderstream.delivery.outbox.Ids;
import dev.orderstream.events.Money;
import dev.orderstream.events.PaymentEvent.PaymentSucceeded;
import dev.orderstream.localstack.teststack.Broker;
import dev.orderstream.orders.testing.Api;
import dev.orderstream.orders.testing.Receiver;
import dev.orderstream.orders.testing.Records;
import dev.orderstream.orders.testing.Rows;
import dev.orderstream.orders.testing.StackResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a receiver hears, and what it does not.
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class SendingIT {

    private static final Duration BOUND = Duration.ofSeconds(60);
    private static final Duration MEANWHILE = Duration.ofSeconds(2);
    private static final Instant T0 = Instant.parse("2026-11-22T09:00:00Z");

    @Inject Database database;
    @Inject Rows rows;

    private final String owner = Api.owner();
    private final String path = Hooks.path("200");
    private Receiver receiver;

    @BeforeEach
    void open() {
        receiver = Receiver.open();
    }

    @AfterEach
    void close() {
        receiver.close();
        Hooks.forgetOpenCalls(database);
    }

    @Test
    void eachStepOfAnOrderArrivesOnceAndIsSigned() throws Exception {
        Hooks.Endpoint endpoint = Hooks.register(owner, path);
        UUID order = Api.placed(owner);
        var paid = new PaymentSucceeded(order, Ids.next(), new Money(510, "GBP"), "pi_1", T0);
        Broker.send(List.of(Records.of(paid)));

        await().atMost(BOUND).until(() -> Hooks.outcomes(owner).size() == 2);

        assertThat(undone(order)).isZero();
        assertThat(Hooks.outcomes(owner)).containsExactly("DELIVERED", "DELIVERED");
        List<Receiver.Call> calls = receiver.calls(path);
        assertThat(calls).hasSize(2).extracting(Receiver.Call::id).doesNotHaveDuplicates();
        List<String> steps = new ArrayList<>();
        for (Receiver.Call call : calls) {
            assertThat(verified(endpoint.secret(), call)).isTrue();
            assertThat(verified(Secret.fresh().text(), call)).isFalse();
            assertThat(call.contentType()).isEqualTo("application/json");
            JsonNode body = new ObjectMapper().readTree(call.body());
            assertThat(body.path("type").asText()).isEqualTo("order.step");
            assertThat(body.path("timestamp")).isEqualTo(body.at("/data/at"));
            assertThat(body.at("/data/orderId").asText()).isEqualTo(order.toString());
            assertThat(call.id()).isEqualTo("msg_" + body.at("/data/eventId").asText());
            assertThat(names(body.path("data")))
                    .containsExactly("orderId", "status", "step", "at", "detail", "eventId");
            steps.add(body.at("/data/step").asText());
        }
        assertThat(steps).containsExactlyInAnyOrder("ORDER_PLACED", "PAYMENT_SUCCEEDED");
    }

    @Test
    void anOrderFromBeforeIsHeardOfFromThenOn() {
        UUID order = Api.placed(owner);
        Hooks.register(owner, path);

        store(order, "PAYMENT_SUCCEEDED");

        await().atMost(BOUND).until(() -> Hooks.outcomes(owner).size() == 1);
        assertThat(receiver.calls(path)).hasSize(1);
        assertThat(text(receiver.calls(path).getFirst())).contains("PAYMENT_SUCCEEDED");
    }

    @Test
    void ofOrdersOfOthersNothingIsHeard() {
        Hooks.register(owner, path);
        String stranger = Api.owner();
        String other = Hooks.path("200");
        Hooks.register(stranger, other);

        UUID order = Api.placed(stranger);

        await().atMost(BOUND).until(() -> receiver.calls(other).size() == 1);
        assertThat(rows.texts("SELECT id FROM effect WHERE order_id = ?", order)).hasSize(1);
        assertThat(receiver.calls(path)).isEmpty();
        assertThat(Hooks.outcomes(owner)).isEmpty();
    }

    @Test
    void eachEndpointOfAnOwnerHears() {
        String other = Hooks.path("200");
        Hooks.register(owner, path);
        Hooks.register(owner, other);

        UUID _ = Api.placed(owner);

        await().atMost(BOUND).until(() -> Hooks.outcomes(owner).size() == 2);
        assertThat(receiver.calls(path)).hasSize(1);
        assertThat(receiver.calls(other)).hasSize(1);
    }

    @Test
    void whatIsRolledBackIsNotHeardOf() {
        Hooks.register(owner, path);
        UUID order = Api.placed(owner);
        await().atMost(BOUND).until(() -> receiver.calls(path).size() == 1);

        QuarkusTransaction.begin();
        insert(order, "PAYMENT_SUCCEEDED");
        assertThat(database.query("SELECT id FROM effect WHERE order_id = ?", row -> 1, order))
                .hasSize(2);
        QuarkusTransaction.rollback();

        assertThat(rows.texts("SELECT id FROM effect WHERE order_id = ?", order)).hasSize(1);
        store(order, "SHIPMENT_PREPARED");
        await().atMost(BOUND).until(() -> receiver.calls(path).size() == 2);
        assertThat(text(receiver.calls(path).getLast())).contains("SHIPMENT_PREPARED");
    }

    @Test
    void whileAnotherReplicaHasItItIsNotSent() {
        UUID order = Api.placed(owner);
        Hooks.register(owner, path);
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    insert(order, "PAYMENT_SUCCEEDED");
                    int _ =
                            database.update(
                                    """
                                    UPDATE effect SET state = 'RUNNING', attempt = 1,
                                                      lease_until = now() + interval '6 s'
                                    WHERE order_id = ?
                                    """,
                                    order);
                });

        await().during(MEANWHILE).atMost(BOUND).until(() -> receiver.calls(path).isEmpty());

        await().atMost(BOUND).until(() -> Hooks.outcomes(owner).size() == 1);
        assertThat(receiver.calls(path)).hasSize(1);
        assertThat(rows.texts("SELECT attempt FROM effect WHERE order_id = ?", order))
                .containsExactly("2");
    }

    @Test
    void bothSecretsSignWhileOneReplacesTheOther() throws Exception {
        Hooks.Endpoint endpoint = Hooks.register(owner, path);
        String secret =
                Api.as("storefront", owner)
                        .post("/webhook-endpoints/" + endpoint.id() + "/secret")
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("secret");
        UUID order = Api.placed(owner);
        await().atMost(BOUND).until(() -> receiver.calls(path).size() == 1);
        QuarkusTransaction.requiringNew()
                .run(() ->
                        database.update(
                                "UPDATE webhook_endpoint SET previous_secret_until = now()"
                                        + " WHERE id = ?",
                                endpoint.id()));
        store(order, "PAYMENT_SUCCEEDED");
        await().atMost(BOUND).until(() -> receiver.calls(path).size() == 2);

        Receiver.Call first = receiver.calls(path).getFirst();
        Receiver.Call later = receiver.calls(path).getLast();
        assertThat(verified(secret, first)).isTrue();
        assertThat(verified(endpoint.secret(), first)).isTrue();
        assertThat(verified(secret, later)).isTrue();
        assertThat(verified(endpoint.secret(), later)).isFalse();
        assertThat(later.signature()).doesNotContain(" ");
    }

    @Test
    void aReceiverThatDoesNotAnswerKeepsNobodyElseWaiting() {
        String silent = Api.owner();
        UUID order = Api.placed(silent);
        String nowhere = Hooks.path("silent");
        Hooks.register(silent, nowhere);
        Hooks.register(owner, path);
        QuarkusTransaction.requiringNew()
                .run(() -> IntStream.range(0, 300).forEach(_ -> insert(order, "EMAIL_SENT")));
        await().atMost(BOUND).until(() -> receiver.calls(nowhere).size() > 8);

        UUID _ = Api.placed(owner);

        await().atMost(BOUND).until(() -> receiver.calls(path).size() == 1);
        // All 300 would come first, 64 a second, if each had its place when it is its turn.
        assertThat(receiver.calls(nowhere)).hasSizeLessThan(150);
    }

    @Test
    void manyReceiversThatDoNotAnswerKeepNobodyElseWaiting() {
        Hooks.register(owner, path);
        List<String> nowhere = new ArrayList<>();
        List<UUID> orders = Stream.generate(() -> silentOrder(nowhere)).limit(4).toList();
        QuarkusTransaction.requiringNew()
                .run(() ->
                        orders.forEach(order ->
                                IntStream.range(0, 20).forEach(_ -> insert(order, "EMAIL_SENT"))));
        await().atMost(BOUND).until(() -> times(nowhere).size() > 40);

        UUID _ = Api.placed(owner);

        await().atMost(BOUND).until(() -> receiver.calls(path).size() == 1);
        // Each hangs for two seconds: those of one second are under way together.
        List<Instant> times = times(nowhere);
        assertThat(times)
                .allSatisfy(begin ->
                        assertThat(
                                        times.stream()
                                                .filter(at -> !at.isBefore(begin))
                                                .filter(at -> at.isBefore(begin.plusSeconds(1))))
                                .hasSizeLessThanOrEqualTo(32));
    }

    /// An order of somebody with five endpoints that never answer.
    private static UUID silentOrder(List<String> paths) {
        String silent = Api.owner();
        UUID order = Api.placed(silent);
        for (int i = 0; i < 5; i++) {
            String nowhere = Hooks.path("silent");
            Hooks.register(silent, nowhere);
            paths.add(nowhere);
        }
        return order;
    }

    private List<Instant> times(List<String> paths) {
        return paths.stream()
                .flatMap(one -> receiver.calls(one).stream())
                .map(Receiver.Call::at)
                .toList();
    }

    private static boolean verified(String secret, Receiver.Call call) throws Exception {
        return VerifyingAWebhook.isOurs(
                secret, call.id(), call.timestamp(), call.signature(), call.body());
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static String text(Receiver.Call call) {
        return new String(call.body(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private long undone(UUID order) {
        return rows.texts("SELECT id FROM effect WHERE state <> 'DONE' AND order_id = ?", order)
                .size();
    }

    private void store(UUID order, String step) {
        QuarkusTransaction.requiringNew().run(() -> insert(order, step));
    }

    private void insert(UUID order, String step) {
        int rows =
                database.update(
                        "INSERT INTO timeline_entry VALUES (?, ?, ?, ?, ?)",
                        order,
                        Ids.next(),
                        T0,
                        step,
                        "Something happened.");
        assertThat(rows).isEqualTo(1);
    }
}
