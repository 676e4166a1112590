package dev.orderstream.orders.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.orderstream.delivery.database.Database;
import dev.orderstream.orders.testing.Api;
import dev.orderstream.orders.testing.Bodies;
import dev.orderstream.orders.testing.Rows;
import dev.orderstream.orders.testing.StackResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What a replica answers when it is asked for too much.
@QuarkusTest
@QuarkusTestResource(StackResource.class)
@TestProfile(LimitsIT.Narrow.class)
class LimitsIT {

    private static final Duration BOUND = Duration.ofSeconds(30);
    private static final int UNDER_WAY = 6;

    @Inject Database database;
    @Inject Rows rows;
    @Inject RequestsUnderWay underWay;

    /// Limits that a test reaches soon.
    public static class Narrow implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "orders.limits.requests-per-second", "1",
                    "orders.limits.requests-burst", "20",
                    "orders.limits.under-way-max", Integer.toString(UNDER_WAY));
        }
    }

    @Test
    void aClientThatAsksTooOftenIsToldWhenToComeBackAndOthersAreServed() {
        String owner = Api.owner();

        List<Response> answers =
                Stream.generate(() -> Api.get(owner, "/orders")).limit(40).toList();

        Response refused =
                answers.stream().filter(a -> a.statusCode() == 429).findFirst().orElseThrow();
        assertThat(answers.stream().limit(20).map(Response::statusCode)).containsOnly(200);
        refused.then()
                .contentType("application/problem+json")
                .body("code", equalTo("rate-limited"));
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isEqualTo(1);
        Api.get(Api.owner(), "/orders").then().statusCode(200);
    }

    @Test
    void aReplicaThatIsFullRefusesAtOnceAndFinishesWhatItTook() throws Exception {
        String owner = Api.owner();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Response>> taken =
                    QuarkusTransaction.requiringNew()
                            .call(() -> {
                                database.update("LOCK TABLE idempotency_key");
                                List<Future<Response>> waiting =
                                        IntStream.range(0, UNDER_WAY)
                                                .mapToObj(i -> threads.submit(() -> post(owner, i)))
                                                .toList();
                                await().atMost(BOUND).until(() -> underWay.count() == UNDER_WAY);
                                refusedAtOnce();
                                return waiting;
                            });
            for (Future<Response> answer : taken) {
                assertThat(answer.get().statusCode()).isEqualTo(201);
            }
        }
        assertThat(rows.ownedBy(owner)).isEqualTo(2 * UNDER_WAY);
        assertThat(underWay.count()).isZero();
    }

    private void refusedAtOnce() {
        String other = Api.owner();
        Response refused = post(other, 0);
        refused.then().statusCode(503).body("code", equalTo("temporarily-unavailable"));
        assertThat(refused.header("Retry-After")).isEqualTo("1");
        assertThat(refused.contentType()).isEqualTo("application/problem+json");
        // The connection is usable afterwards.
        Api.get(other, "/orders").then().statusCode(503);
    }

    private static Response post(String owner, int key) {
        return Api.post(owner, "full-" + key, Bodies.good());
    }
}
