package dev.orderstream.orders.cancelling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.orderstream.delivery.outbox.Ids;
import dev.orderstream.events.Event;
import dev.orderstream.events.Money;
import dev.orderstream.events.PaymentEvent.PaymentActionRequired;
import dev.orderstream.events.PaymentEvent.PaymentFailed;
import dev.orderstream.events.PaymentEvent.PaymentRefunded;
import dev.orderstream.events.PaymentEvent.PaymentSucceeded;
import dev.orderstream.events.ShipmentEvent.ShipmentCancelled;
import dev.orderstream.events.ShipmentEvent.ShipmentDelivered;
import dev.orderstream.events.ShipmentEvent.ShipmentDispatched;
import dev.orderstream.events.ShipmentEvent.ShipmentPrepared;
import dev.orderstream.localstack.teststack.Broker;
import dev.orderstream.orders.testing.Api;
import dev.orderstream.orders.testing.Records;
import dev.orderstream.orders.testing.Rows;
import dev.orderstream.orders.testing.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Cancelling at every moment, and what shipping answers.
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class CancellingIT {

    private static final Duration BOUND = Duration.ofSeconds(60);
    private static final Instant T0 = Instant.parse("2026-11-22T09:00:00Z");
    private static final Money TOTAL = new Money(510, "GBP");
    private static final String CREATED = "OrderCreated.v1";
    private static final String REQUESTED = "OrderCancellationRequested.v1";
    private static final String CANCELLED = "OrderCancelled.v1";

    @Inject Rows rows;

    private final String owner = Api.owner();
    private UUID order = new UUID(0, 0);

    @BeforeEach
    void place() {
        order = Api.placed(owner);
    }

    static Stream<Arguments> moments() {
        return Stream.of(
                Arguments.of("PROCESSING", 0),
                Arguments.of("ACTION_REQUIRED", 1),
                Arguments.of("PAID", 2),
                Arguments.of("PREPARING", 3));
    }

    @ParameterizedTest
    @MethodSource("moments")
    void anOrderIsCancelledUntilItIsDispatched(String status, int events) {
        send(story().subList(0, events).toArray(Event[]::new));
        awaitStatus(status);

        cancel(owner)
                .then()
                .statusCode(202)
                .body("status", equalTo(status))
                .body("cancellation.outcome", equalTo("PENDING"));
        send(noParcel("cancellation-requested"));

        awaitStatus("CANCELLED");
        read().then()
                .body("cancellation.outcome", equalTo("CANCELLED"))
                .body("cancellation.reason", equalTo("cancellation-requested"));
        assertThat(rows.told(order)).containsExactly(CREATED, REQUESTED, CANCELLED);
        assertThat(detail("CANCELLATION_REQUESTED")).contains("asked to cancel");
        assertThat(detail("ORDER_CANCELLED")).contains("as requested");
    }

    @ParameterizedTest
    @CsvSource({"4,DISPATCHED,tracking number T-1", "5,DELIVERED,delivered at"})
    void anOrderThatIsDispatchedIsNotCancelled(int events, String status, String reason) {
        send(story().subList(0, events).toArray(Event[]::new));
        awaitStatus(status);

        cancel(owner)
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("cancellation-too-late"))
                .body("detail", containsString(reason));
        assertThat(rows.told(order)).doesNotContain(REQUESTED);
        read().then().body("cancellation", equalTo(null));
    }

    @Test
    void aCancellationThatComesTooLateSaysSo() {
        cancel(owner).then().statusCode(202);

        send(story().subList(0, 4).toArray(Event[]::new));

        awaitStatus("DISPATCHED");
        read().then().body("cancellation.outcome", equalTo("TOO_LATE"));
        assertThat(detail("SHIPMENT_DISPATCHED")).contains("too late to cancel", "T-1");
        cancel(owner).then().statusCode(409).body("code", equalTo("cancellation-too-late"));
        assertThat(rows.told(order)).containsExactly(CREATED, REQUESTED);
    }

    @Test
    void anOrderWhosePaymentFailedHasNothingToCancel() {
        send(new PaymentFailed(order, Ids.next(), TOTAL, "insufficient_funds", null, T0));
        awaitStatus("PAYMENT_FAILED");

        cancel(owner)
                .then()
                .statusCode(409)
                .body("code", equalTo("order-already-ended"))
                .body("detail", containsString("insufficient_funds"));
        assertThat(rows.told(order)).containsExactly(CREATED);
    }

    @Test
    void cancellingAgainChangesNothing() {
        Response first = cancel(owner);
        Response second = cancel(owner);

        assertThat(second.statusCode()).isEqualTo(202);
        assertThat(second.asString()).isEqualTo(first.asString());
        send(noParcel("cancellation-requested"));
        awaitStatus("CANCELLED");
        cancel(owner).then().statusCode(202).body("cancellation.outcome", equalTo("CANCELLED"));
        assertThat(rows.told(order)).containsExactly(CREATED, REQUESTED, CANCELLED);
        assertThat(steps())
                .containsExactlyInAnyOrder(
                        "ORDER_PLACED",
                        "CANCELLATION_REQUESTED",
                        "SHIPMENT_CANCELLED",
                        "ORDER_CANCELLED");
    }

    @Test
    void twentyWhoCancelAtOnceAreToldTheSameAndItIsToldOnce() throws Exception {
        List<Callable<Response>> calls =
                Stream.generate(() -> (Callable<Response>) () -> cancel(owner)).limit(20).toList();

        List<Response> answers = atOnce(calls);

        assertThat(answers).extracting(Response::statusCode).containsOnly(202);
        assertThat(answers).extracting(Response::asString).containsOnly(read().asString());
        assertThat(rows.told(order)).containsExactly(CREATED, REQUESTED);
        assertThat(steps()).containsExactly("ORDER_PLACED", "CANCELLATION_REQUESTED");
    }

    @Test
    void aCancellationAndEachEventAtOnceLoseNeither() throws Exception {
        List<Event> told = story().subList(0, 3);
        List<Callable<Response>> calls =
                List.of(
                        () -> cancel(owner),
                        () -> {
                            told.forEach(this::send);
                            return read();
                        },
                        () -> cancel(owner));

        var _ = atOnce(calls);
        send(noParcel("cancellation-requested"));
        send(new PaymentRefunded(order, Ids.next(), TOTAL, "re_1", T0));

        awaitStatus("REFUNDED");
        await().atMost(BOUND).until(() -> steps().size() == 8);
        assertThat(rows.told(order)).containsExactly(CREATED, REQUESTED, CANCELLED);
    }

    @Test
    void anOrderThatShippingGaveUpIsCancelledOnceAndSaysWhy() {
        var cancelled = Records.of(noParcel("carrier-refused"));
        send(story().get(1));

        Broker.send(List.of(cancelled, cancelled, Records.of(noParcel("carrier-refused"))));

        awaitStatus("CANCELLED");
        await().atMost(BOUND).until(() -> steps().size() == 5);
        assertThat(rows.told(order)).containsExactly(CREATED, CANCELLED);
        assertThat(detail("ORDER_CANCELLED")).contains("carrier cannot deliver");
        cancel(owner)
                .then()
                .statusCode(202)
                .body("cancellation.requestedAt", equalTo(null))
                .body("cancellation.reason", equalTo("carrier-refused"));
        assertThat(rows.told(order)).containsExactly(CREATED, CANCELLED);
    }

    @Test
    void somebodyElsesOrderIsNotFoundAndNotCancelled() {
        cancel(Api.owner()).then().statusCode(404).body("code", equalTo("order-not-found"));

        assertThat(rows.told(order)).containsExactly(CREATED);
    }

    @Test
    void anOperatorCancelsEveryonesOrders() {
        Api.as("operator", "op")
                .post("/orders/" + order + "/cancellation")
                .then()
                .statusCode(202)
                .body("cancellation.outcome", equalTo("PENDING"));

        assertThat(rows.told(order)).containsExactly(CREATED, REQUESTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"analyst", "warehouse"})
    void nobodyElseCancels(String role) {
        Api.as(role, owner)
                .post("/orders/" + order + "/cancellation")
                .then()
                .statusCode(403)
                .body("code", equalTo("forbidden"));
    }

    @Test
    void theReasonIsToldInTheAskersWords() {
        cancel(owner, "{\"reason\":\"Ordered twice\"}").then().statusCode(202);

        assertThat(
                        rows.texts(
                                "SELECT payload::json ->> 'reason' FROM outbox_event WHERE order_id = ? AND type = ?",
                                order,
                                REQUESTED))
                .containsExactly("Ordered twice");
    }

    static Stream<Arguments> badBodies() {
        return Stream.of(
                Arguments.of("{\"reason\":\"%s\"}".formatted("x".repeat(201)), 422, "too-long"),
                Arguments.of("{\"reason\":\"order-expired\"}", 422, "reserved"),
                Arguments.of("{\"reason\":7}", 422, "wrong-type"),
                Arguments.of("{\"status\":\"CANCELLED\"}", 422, "unknown-property"),
                Arguments.of("[]", 422, "wrong-type"),
                Arguments.of("{", 400, ""));
    }

    @ParameterizedTest
    @MethodSource("badBodies")
    void aBodyThatIsNoCancellationIsRefusedAndChangesNothing(String body, int status, String code) {
        Response answer = cancel(owner, body);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.<List<String>>path("errors.code"))
                .isEqualTo(code.isEmpty() ? null : List.of(code));
        assertThat(rows.told(order)).containsExactly(CREATED);
    }

    @Test
    void aReasonThatIsNotJsonIsRefused() {
        Api.as("storefront", owner)
                .contentType("text/plain")
                .body("{}")
                .post("/orders/" + order + "/cancellation")
                .then()
                .statusCode(415)
                .body("code", equalTo("media-type-not-supported"));
    }

    private List<Event> story() {
        UUID shipment = Ids.next();
        return List.of(
                new PaymentActionRequired(
                        order, Ids.next(), TOTAL, "https://bank.example/3ds", T0.plusSeconds(60)),
                new PaymentSucceeded(order, Ids.next(), TOTAL, "pi_1", T0),
                new ShipmentPrepared(order, shipment, T0.plusSeconds(1)),
                new ShipmentDispatched(order, shipment, "Post", "T-1", T0.plusSeconds(2)),
                new ShipmentDelivered(order, shipment, T0.plusSeconds(3)));
    }

    private ShipmentCancelled noParcel(String reason) {
        return new ShipmentCancelled(order, Ids.next(), reason, T0.plusSeconds(4));
    }

    private void send(Event... events) {
        Broker.send(Arrays.stream(events).map(Records::of).toList());
    }

    private Response cancel(String caller) {
        return Api.as("storefront", caller).post("/orders/" + order + "/cancellation");
    }

    private Response cancel(String caller, String body) {
        return Api.as("storefront", caller)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/orders/" + order + "/cancellation");
    }

    private static List<Response> atOnce(List<Callable<Response>> calls)
            throws InterruptedException, ExecutionException {
        try (var threads = Executors.newFixedThreadPool(calls.size())) {
            List<Response> answers = new ArrayList<>();
            for (Future<Response> call : threads.invokeAll(calls)) {
                answers.add(call.get());
            }
            return answers;
        }
    }

    private Response read() {
        return Api.get(owner, "/orders/" + order);
    }

    private void awaitStatus(String status) {
        await().atMost(BOUND)
                .untilAsserted(() -> assertThat(read().<String>path("status")).isEqualTo(status));
    }

    private List<String> steps() {
        return Api.get(owner, "/orders/" + order + "/timeline").path("items.step");
    }

    private String detail(String step) {
        return Api.get(owner, "/orders/" + order + "/timeline")
                .path("items.find { it.step == '%s' }.detail".formatted(step));
    }
}
