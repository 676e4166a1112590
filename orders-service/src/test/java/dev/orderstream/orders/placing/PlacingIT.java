package dev.orderstream.orders.placing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.orderstream.delivery.database.Database;
import dev.orderstream.orders.testing.Api;
import dev.orderstream.orders.testing.Bodies;
import dev.orderstream.orders.testing.Rows;
import dev.orderstream.orders.testing.StackResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Placing an order on a real database.
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class PlacingIT {

    @Inject Rows rows;
    @Inject Database database;

    @Test
    void anOrderIsStoredWithItsEventItsStateAndItsFirstStep() {
        String owner = Api.owner();

        Response answer = Api.post(owner, "k-1", Bodies.good());

        answer.then()
                .statusCode(201)
                .body("status", equalTo("PROCESSING"))
                .body("total.amount", equalTo(510))
                .body("total.currency", equalTo("GBP"))
                .body("customer.id", equalTo(owner))
                .body("payment", nullValue());
        UUID id = UUID.fromString(answer.path("id"));
        assertThat(answer.header("Location")).endsWith("/orders/" + id);
        assertThat(rows.told(id)).containsExactly("OrderCreated.v1");
        assertThat(rows.texts("SELECT status FROM order_state WHERE order_id = ?", id))
                .containsExactly("PROCESSING");
        assertThat(
                        rows.texts(
                                """
                                SELECT step FROM timeline_entry t
                                JOIN outbox_event e ON e.id = t.event_id WHERE t.order_id = ?
                                """,
                                id))
                .containsExactly("ORDER_PLACED");
    }

    @Test
    void aSecondPostWithTheSameKeyAnswersTheFirstOrder() {
        String owner = Api.owner();

        Response first = Api.post(owner, "same", Bodies.good());
        Response second = Api.post(owner, "same", Bodies.good());

        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(first.header("Idempotent-Replayed")).isNull();
        assertThat(rows.ownedBy(owner)).isEqualTo(2);
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() {
        String owner = Api.owner();
        Api.post(owner, "reused", Bodies.good()).then().statusCode(201);

        Api.post(owner, "reused", Bodies.lines(Bodies.line("3", "255", "GBP")))
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo("idempotency-key-reused"));

        assertThat(rows.ownedBy(owner)).isEqualTo(2);
    }

    @Test
    void twoStorefrontsMayUseTheSameKey() {
        String key = UUID.randomUUID().toString();

        String one = Api.post(Api.owner(), key, Bodies.good()).path("id");
        String other = Api.post(Api.owner(), key, Bodies.good()).path("id");

        assertThat(one).isNotEqualTo(other);
    }

    @Test
    void twoHundredPostsAtOnceWithOneKeyPlaceOneOrder() throws Exception {
        String owner = Api.owner();

        List<Response> answers = atOnce(200, () -> Api.post(owner, "rush", Bodies.good()));

        List<Response> placed = answers.stream().filter(a -> a.statusCode() == 201).toList();
        assertThat(answers)
                .extracting(Response::statusCode)
                .containsAnyOf(201)
                .isSubsetOf(201, 409);
        assertThat(placed.stream().map(a -> a.<String>path("id")).distinct()).hasSize(1);
        assertThat(placed.stream().filter(a -> a.header("Idempotent-Replayed") == null)).hasSize(1);
        UUID id = UUID.fromString(placed.getFirst().path("id"));
        assertThat(rows.told(id)).hasSize(1);
        assertThat(rows.ownedBy(owner)).isEqualTo(2);
        assertThat(Api.post(owner, "rush", Bodies.good()).<String>path("id"))
                .isEqualTo(id.toString());
    }

    @Test
    void aKeyWhoseRequestIsUnderWayIsNotWaitedFor() {
        String owner = Api.owner();

        QuarkusTransaction.requiringNew()
                .run(() -> {
                    database.query(
                            "SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(?, 0))",
                            row -> row.getInt(1),
                            new IdempotencyKey(owner, "busy").scoped());
                    Response refused = Api.post(owner, "busy", Bodies.good());
                    refused.then().statusCode(409).body("code", equalTo("idempotency-key-in-use"));
                    assertThat(refused.header("Retry-After")).isEqualTo("1");
                    Api.post(owner, "idle", Bodies.good()).then().statusCode(201);
                });

        Api.post(owner, "busy", Bodies.good()).then().statusCode(201);
        assertThat(rows.ownedBy(owner)).isEqualTo(4);
    }

    @Test
    void aRefusedOrderDoesNotBurnItsKey() {
        String owner = Api.owner();
        Api.post(owner, "again", Bodies.lines(Bodies.line("0", "1", "GBP"))).then().statusCode(422);

        Api.post(owner, "again", Bodies.good()).then().statusCode(201);
    }

    @Test
    void anOrderOfTwoThousandLinesIsPlaced() {
        Api.post(Api.owner(), "long", Bodies.repeated(2_000, Bodies.line("1", "5", "EUR")))
                .then()
                .statusCode(201)
                .body("lines", hasSize(2_000))
                .body("total.amount", equalTo(10_000));
    }

    @Test
    void anOrderWhoseEventWouldBeTooLargeIsRefused() {
        String owner = Api.owner();
        String line = Bodies.line("1", "5", "GBP").replace("85123A", "S".repeat(64));
        String wide = line.replace("WHITE HANGING HEART", "\u20ac".repeat(140));

        Api.post(owner, "wide", Bodies.repeated(1_800, wide))
                .then()
                .statusCode(422)
                .body("code", equalTo("order-too-large"));

        assertThat(rows.ownedBy(owner)).isZero();
    }

    private static <T> List<T> atOnce(int times, Callable<T> call)
            throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> calls =
                    IntStream.range(0, times).mapToObj(i -> threads.submit(call)).toList();
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : calls) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
