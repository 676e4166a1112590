package dev.orderstream.orders.streaming;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.orderstream.delivery.database.Database;
import dev.orderstream.delivery.outbox.Ids;
import dev.orderstream.events.Money;
import dev.orderstream.events.PaymentEvent.PaymentRefunded;
import dev.orderstream.events.PaymentEvent.PaymentSucceeded;
import dev.orderstream.events.ShipmentEvent.ShipmentCancelled;
import dev.orderstream.localstack.teststack.Broker;
import dev.orderstream.orders.testing.Api;
import dev.orderstream.orders.testing.EventStream;
import dev.orderstream.orders.testing.Records;
import dev.orderstream.orders.testing.StackResource;
import dev.orderstream.orders.testing.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Following an order, whoever stores its steps and in whatever order.
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class StreamingIT {

    private static final Duration BOUND = Duration.ofSeconds(30);
    private static final Money TOTAL = new Money(510, "GBP");
    private static final Instant T0 = Instant.parse("2026-11-22T09:00:00Z");

    @Inject Database database;
    @Inject OpenStreams open;

    private final String owner = Api.owner();

    @Test
    void aStreamTellsEachStepAndEndsWithTheOrder() {
        UUID order = Api.placed(owner);

        try (EventStream stream = EventStream.open(owner, order)) {
            awaitSteps(stream, List.of("ORDER_PLACED"));
            assertThat(stream.told("status")).containsExactly("PROCESSING");
            Api.as("storefront", owner).post("/orders/" + order + "/cancellation");
            awaitSteps(stream, List.of("ORDER_PLACED", "CANCELLATION_REQUESTED"));
            assertThat(stream.ended()).isFalse();

            Broker.send(List.of(Records.of(cancelled(order))));

            await().atMost(BOUND).until(stream::ended);
            assertThat(stream.told("step"))
                    .hasSize(4)
                    .endsWith("ORDER_CANCELLED")
                    .contains("SHIPMENT_CANCELLED");
            assertThat(stream.events().getLast().name()).isEqualTo("end");
            assertThat(stream.events().getLast().data()).isEqualTo("{\"status\":\"CANCELLED\"}");
            assertThat(stream.lines()).contains("retry:1000");
        }
    }

    @Test
    void aPaymentThatComesAfterTheCancellationIsToldWithItsRefund() {
        UUID order = Api.placed(owner);
        Api.as("storefront", owner).post("/orders/" + order + "/cancellation");

        try (EventStream stream = EventStream.open(owner, order)) {
            Broker.send(List.of(Records.of(cancelled(order))));
            await().atMost(BOUND).until(() -> stream.told("step").contains("ORDER_CANCELLED"));
            UUID payment = Ids.next();
            Broker.send(
                    List.of(
                            Records.of(new PaymentSucceeded(order, payment, TOTAL, "pi_1", T0)),
                            Records.of(new PaymentRefunded(order, payment, TOTAL, "re_1", T0))));

            await().atMost(BOUND).until(stream::ended);
            assertThat(stream.told("step")).contains("PAYMENT_SUCCEEDED", "PAYMENT_REFUNDED");
            assertThat(stream.events().getLast().data()).isEqualTo("{\"status\":\"REFUNDED\"}");
        }
    }

    @Test
    void whoComesBackHearsExactlyWhatIsMissing() {
        UUID order = Api.placed(owner);
        Api.as("storefront", owner).post("/orders/" + order + "/cancellation");
        Broker.send(List.of(Records.of(cancelled(order))));
        // Followed to its end once, the order's status no longer changes.
        assertThat(finished(order, null)).hasSize(4);
        List<EventStream.Event> all = finished(order, null);
        List<String> ids = all.stream().map(EventStream.Event::data).toList();

        for (int heard = 1; heard <= all.size(); heard++) {
            List<EventStream.Event> rest = finished(order, all.get(heard - 1).id());

            assertThat(rest.stream().map(EventStream.Event::data).toList())
                    .isEqualTo(ids.subList(heard, ids.size()));
        }
    }

    @Test
    void aStepThatIsCommittedLateIsNeitherLostNorToldTwice() throws Exception {
        UUID order = Api.placed(owner);
        CountDownLatch stored = new CountDownLatch(1);
        CountDownLatch told = new CountDownLatch(1);
        Thread late =
                Thread.startVirtualThread(() ->
                        QuarkusTransaction.requiringNew()
                                .run(() -> {
                                    store(order, "PAYMENT_SUCCEEDED", T0);
                                    stored.countDown();
                                    awaitLatch(told);
                                }));
        awaitLatch(stored);
        QuarkusTransaction.requiringNew()
                .run(() -> store(order, "SHIPMENT_PREPARED", T0.plusSeconds(1)));
        List<String> heard = new ArrayList<>();
        String last;
        try (EventStream stream = EventStream.open(owner, order)) {
            await().atMost(BOUND).until(() -> stream.told("step").size() == 2);
            heard.addAll(stream.told("step"));
            last = stream.events().getLast().id();
        }

        told.countDown();
        late.join();

        try (EventStream stream = EventStream.open(Tokens.of("storefront", owner), order, last)) {
            awaitSteps(stream, List.of("PAYMENT_SUCCEEDED"));
            QuarkusTransaction.requiringNew()
                    .run(() -> store(order, "SHIPMENT_DISPATCHED", T0.minusSeconds(9)));
            awaitSteps(stream, List.of("PAYMENT_SUCCEEDED", "SHIPMENT_DISPATCHED"));
        }
        assertThat(heard).containsExactlyInAnyOrder("ORDER_PLACED", "SHIPMENT_PREPARED");
    }

    @Test
    void twoStreamsOfOneOrderHearTheSame() {
        UUID order = Api.placed(owner);

        try (EventStream one = EventStream.open(owner, order);
                EventStream other = EventStream.open(Tokens.of("operator", "op"), order, null)) {
            awaitSteps(one, List.of("ORDER_PLACED"));
            awaitSteps(other, List.of("ORDER_PLACED"));
            QuarkusTransaction.requiringNew().run(() -> store(order, "EMAIL_SENT", T0));

            awaitSteps(one, List.of("ORDER_PLACED", "EMAIL_SENT"));
            awaitSteps(other, List.of("ORDER_PLACED", "EMAIL_SENT"));
            assertThat(one.events().getLast().id()).isEqualTo(other.events().getLast().id());
        }
    }

    @ParameterizedTest
    @CsvSource({"PARCEL_RETURNED,PROCESSING", "EMAIL_SENT,ON_HOLD"})
    void whatANewerReplicaStoredEndsTheStreamsOfItsOrderAndNoOthers(String step, String status) {
        UUID order = Api.placed(owner);
        UUID other = Api.placed(owner);

        try (EventStream stream = EventStream.open(owner, order);
                EventStream another = EventStream.open(owner, other)) {
            awaitSteps(stream, List.of("ORDER_PLACED"));
            awaitSteps(another, List.of("ORDER_PLACED"));
            QuarkusTransaction.requiringNew()
                    .run(() -> {
                        store(order, step, T0);
                        int _ =
                                database.update(
                                        "UPDATE order_state SET status = ? WHERE order_id = ?",
                                        status,
                                        order);
                        store(other, "EMAIL_SENT", T0);
                    });

            awaitSteps(another, List.of("ORDER_PLACED", "EMAIL_SENT"));
            await().atMost(BOUND).until(stream::ended);
            assertThat(stream.told("step")).containsExactly("ORDER_PLACED");
            assertThat(stream.events().getLast().name()).isEqualTo("step");
            assertThat(another.ended()).isFalse();
        }
        try (EventStream again = EventStream.open(owner, order)) {
            await().atMost(BOUND).until(again::ended);
            assertThat(again.events()).isEmpty();
        }
    }

    @Test
    void aTimelineWithAStepOfANewerReplicaIsAnErrorOfOurs() {
        UUID order = Api.placed(owner);
        QuarkusTransaction.requiringNew().run(() -> store(order, "PARCEL_RETURNED", T0));

        Api.get(owner, "/orders/" + order + "/timeline")
                .then()
                .statusCode(500)
                .body("code", equalTo("internal-error"));
        Api.get(owner, "/orders/" + order).then().statusCode(200);
    }

    @Test
    void aSilentStreamShowsThatItLives() {
        UUID order = Api.placed(owner);

        try (EventStream stream = EventStream.open(owner, order)) {
            await().atMost(BOUND).until(() -> stream.lines().contains(":still here"));
        }
    }

    @Test
    void whoLeavesBeforeTheAnswerGivesItsPlaceBack() throws Exception {
        UUID order = Api.placed(owner);
        await().atMost(BOUND).until(() -> open.count() == 0);

        for (int client = 0; client < 200; client++) {
            try (Socket socket = new Socket("127.0.0.1", RestAssured.port)) {
                socket.setSoLinger(true, 0);
                socket.getOutputStream()
                        .write(
                                """
                                GET /orders/%s/events HTTP/1.1\r
                                Host: orders\r
                                Authorization: Bearer %s\r
                                \r
                                """
                                        .formatted(order, Tokens.of("storefront", owner))
                                        .getBytes(StandardCharsets.US_ASCII));
            }
        }

        // The last of them may not have been seen yet.
        try (EventStream stream = EventStream.open(owner, order)) {
            awaitSteps(stream, List.of("ORDER_PLACED"));
        }
        await().atMost(BOUND).until(() -> open.count() == 0);
    }

    @Test
    void whatIsNotTheCallersCannotBeFollowed() {
        UUID order = Api.placed(owner);

        follow(Tokens.of("storefront", Api.owner()), order, "")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("order-not-found"));
        follow(Tokens.of("analyst", owner), order, "").then().statusCode(403);
        given().get("/orders/" + order + "/events").then().statusCode(401);
    }

    @Test
    void aPositionThatIsNoneIsRefused() {
        follow(Tokens.of("storefront", owner), Api.placed(owner), "yesterday")
                .then()
                .statusCode(400)
                .body("code", equalTo("bad-request"));
    }

    private static io.restassured.response.Response follow(String token, UUID order, String last) {
        var request = given().auth().oauth2(token);
        return (last.isEmpty() ? request : request.header("Last-Event-ID", last))
                .get("/orders/" + order + "/events");
    }

    private List<EventStream.Event> finished(UUID order, @Nullable String last) {
        try (EventStream stream = EventStream.open(Tokens.of("storefront", owner), order, last)) {
            await().atMost(BOUND).until(stream::ended);
            return stream.events().stream().filter(event -> event.name().equals("step")).toList();
        }
    }

    private void store(UUID order, String step, Instant at) {
        int rows =
                database.update(
                        "INSERT INTO timeline_entry VALUES (?, ?, ?, ?, ?)",
                        order,
                        Ids.next(),
                        at,
                        step,
                        "Something happened.");
        assertThat(rows).isEqualTo(1);
    }

    private static ShipmentCancelled cancelled(UUID order) {
        return new ShipmentCancelled(order, Ids.next(), "cancellation-requested", T0);
    }

    private static void awaitSteps(EventStream stream, List<String> steps) {
        await().atMost(BOUND).untilAsserted(() -> assertThat(stream.told("step")).isEqualTo(steps));
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            assertThat(latch.await(BOUND.toSeconds(), java.util.concurrent.TimeUnit.SECONDS))
                    .isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
