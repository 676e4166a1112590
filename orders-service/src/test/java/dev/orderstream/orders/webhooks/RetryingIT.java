package dev.orderstream.orders.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.orderstream.delivery.database.Database;
import dev.orderstream.delivery.outbox.Ids;
import dev.orderstream.orders.testing.Api;
import dev.orderstream.orders.testing.RawReceiver;
import dev.orderstream.orders.testing.Receiver;
import dev.orderstream.orders.testing.Rows;
import dev.orderstream.orders.testing.StackResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Receivers that do not say 2xx, and what becomes of their messages; three attempts in tests.
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class RetryingIT {

    private static final Duration BOUND = Duration.ofSeconds(60);

    @Inject Database database;
    @Inject Rows rows;
    @Inject Attempts attempts;

    private final String owner = Api.owner();
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

    @ParameterizedTest
    @CsvSource({
        "500, status-500",
        "404, status-404",
        "302, status-302",
        "silent, timeout",
    })
    void aMessageIsSentAgainByTheScheduleAndThenGivenUp(String behaviour, String problem) {
        double before = counted("given-up");
        String path = Hooks.path(behaviour);
        Hooks.register(owner, path);
        UUID _ = Api.placed(owner);

        awaitOutcomes("RETRY", "RETRY", "GIVEN_UP");

        assertThat(Hooks.problems(owner)).containsExactly(problem, problem, problem);
        List<Receiver.Call> calls = receiver.calls(path);
        assertThat(calls).hasSize(3).extracting(Receiver.Call::id).containsOnly(calls.get(0).id());
        assertThat(between(calls.get(0), calls.get(1))).isGreaterThan(Duration.ofMillis(200));
        assertThat(between(calls.get(1), calls.get(2))).isGreaterThan(Duration.ofMillis(300));
        assertThat(receiver.calls(Receiver.REDIRECTED)).isEmpty();
        assertThat(counted("given-up")).isEqualTo(before + 1);
        Hooks.deliveries(owner)
                .then()
                .body("items[2].nextAttemptAt", notNullValue())
                .body("items[0].nextAttemptAt", equalTo(null))
                .body("items[0].webhookId", equalTo(calls.get(0).id()));
    }

    @Test
    void aReceiverThatIsNotThereIsCalledUntilItIs() {
        receiver.close();
        String path = Hooks.path("200");
        Hooks.register(owner, path);
        UUID _ = Api.placed(owner);
        await().atMost(BOUND).until(() -> Hooks.problems(owner).contains("refused"));

        receiver = Receiver.open();

        await().atMost(BOUND).until(() -> Hooks.outcomes(owner).contains("DELIVERED"));
        assertThat(receiver.calls(path)).hasSize(1);
    }

    @Test
    void whoIsGoneIsNotCalledAgain() {
        String path = Hooks.path("410");
        Hooks.register(owner, path);
        UUID order = Api.placed(owner);
        awaitOutcomes("ENDPOINT_GONE");
        Api.get(owner, "/webhook-endpoints").then().body("items[0].disabledAt", notNullValue());

        Api.as("storefront", owner).post("/orders/" + order + "/cancellation");

        assertThat(rows.texts("SELECT id FROM effect WHERE order_id = ?", order)).hasSize(1);
        assertThat(receiver.calls(path)).hasSize(1);
        redeliver(delivery()).then().statusCode(409);
    }

    @Test
    void whatWaitsForADeletedEndpointIsDropped() {
        String path = Hooks.path("500");
        Hooks.Endpoint endpoint = Hooks.register(owner, path);
        UUID order = Api.placed(owner);
        await().atMost(BOUND).until(() -> !Hooks.outcomes(owner).isEmpty());

        Api.as("storefront", owner)
                .delete("/webhook-endpoints/" + endpoint.id())
                .then()
                .statusCode(204);

        await().atMost(BOUND)
                .until(
                        () -> rows.texts("SELECT state FROM effect WHERE order_id = ?", order),
                        List.of("DONE")::equals);
        assertThat(Hooks.outcomes(owner)).doesNotContain("GIVEN_UP").hasSizeLessThan(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"endless", "huge"})
    void onlyTheStatusOfAnAnswerCounts(String behaviour) {
        String path = Hooks.path(behaviour);
        Hooks.register(owner, path);
        UUID _ = Api.placed(owner);

        awaitOutcomes("DELIVERED");

        assertThat(receiver.calls(path)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "99999999999999999999"})
    void aStatusCountsThoughTheLengthAfterItIsNone(String length) {
        receiver.close();
        try (RawReceiver raw = RawReceiver.open("200 OK", length)) {
            Hooks.register(owner, Hooks.path("raw"));
            UUID _ = Api.placed(owner);

            awaitOutcomes("DELIVERED");

            assertThat(raw.calls()).isEqualTo(1);
        }
    }

    @Test
    void whoIsGoneIsGoneThoughTheLengthIsNone() {
        receiver.close();
        try (RawReceiver _ = RawReceiver.open("410 Gone", "abc")) {
            Hooks.register(owner, Hooks.path("raw"));
            UUID _ = Api.placed(owner);

            awaitOutcomes("ENDPOINT_GONE");

            Api.get(owner, "/webhook-endpoints").then().body("items[0].disabledAt", notNullValue());
        }
    }

    /// The client finds the fault of this one before it tells the status.
    @Test
    void anAnswerThatIsNoHttpIsAFailedAttempt() {
        receiver.close();
        try (RawReceiver raw = RawReceiver.open("204 No Content", "abc")) {
            Hooks.register(owner, Hooks.path("raw"));
            UUID _ = Api.placed(owner);

            awaitOutcomes("RETRY", "RETRY", "GIVEN_UP");

            assertThat(Hooks.problems(owner)).containsOnly("broken");
            assertThat(raw.calls()).isEqualTo(3);
        }
    }

    @Test
    void anOriginThatIsNoLongerAllowedIsNotCalled() {
        String path = Hooks.path("200");
        Hooks.Endpoint endpoint = Hooks.register(owner, path);
        URI elsewhere = URI.create("http://localhost:" + Receiver.origin().getPort() + path);
        QuarkusTransaction.requiringNew()
                .run(() ->
                        database.update(
                                "UPDATE webhook_endpoint SET url = ? WHERE id = ?",
                                elsewhere.toString(),
                                endpoint.id()));
        UUID _ = Api.placed(owner);

        awaitOutcomes("RETRY", "RETRY", "GIVEN_UP");

        assertThat(Hooks.problems(owner)).containsOnly("host-not-allowed");
        assertThat(receiver.calls(path)).isEmpty();
    }

    @Test
    void anOperatorSendsAMessageAgainWithTheSameId() {
        String path = Hooks.path("200");
        Hooks.register(owner, path);
        UUID _ = Api.placed(owner);
        awaitOutcomes("DELIVERED");

        redeliver(delivery()).then().statusCode(202);

        awaitOutcomes("DELIVERED", "DELIVERED");
        List<Receiver.Call> calls = receiver.calls(path);
        assertThat(calls).hasSize(2).extracting(Receiver.Call::id).containsOnly(calls.get(0).id());
        redeliver(Ids.next().toString()).then().statusCode(404);
        redeliver("x").then().body("code", equalTo("webhook-delivery-not-found"));
    }

    @Test
    void theLogIsKeptForAWhile() {
        Hooks.register(owner, Hooks.path("200"));
        UUID order = Api.placed(owner);
        awaitOutcomes("DELIVERED");

        forget(Instant.now().minusSeconds(60));
        assertThat(Hooks.outcomes(owner)).hasSize(1);
        assertThat(rows.texts("SELECT id FROM effect WHERE order_id = ?", order)).hasSize(1);

        forget(Instant.now().plusSeconds(1));
        assertThat(Hooks.outcomes(owner)).isEmpty();
        assertThat(rows.texts("SELECT id FROM effect WHERE order_id = ?", order)).isEmpty();
    }

    private void forget(Instant before) {
        QuarkusTransaction.requiringNew().run(() -> attempts.forget(before));
    }

    private String delivery() {
        return Hooks.deliveries(owner).path("items[0].id");
    }

    private static io.restassured.response.Response redeliver(String delivery) {
        return Api.as("operator", "op").post("/webhook-deliveries/" + delivery + "/redelivery");
    }

    private void awaitOutcomes(String... outcomes) {
        await().atMost(BOUND)
                .untilAsserted(() -> assertThat(Hooks.outcomes(owner)).containsExactly(outcomes));
    }

    private static Duration between(Receiver.Call one, Receiver.Call other) {
        return Duration.between(one.at(), other.at());
    }

    private static double counted(String outcome) {
        String name = "orderstream_orders_webhooks_total{outcome=\"%s\"".formatted(outcome);
        return RestAssured.get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }
}
