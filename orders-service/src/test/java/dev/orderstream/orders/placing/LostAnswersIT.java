package dev.orderstream.orders.placing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderstream.orders.testing.Api;
import dev.orderstream.orders.testing.Bodies;
import dev.orderstream.orders.testing.RawHttp;
import dev.orderstream.orders.testing.Rows;
import dev.orderstream.orders.testing.StackResource;
import dev.orderstream.orders.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Clients that never hear what became of their request, and send it again.
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class LostAnswersIT {

    private static final Duration BOUND = Duration.ofSeconds(30);

    @Inject Rows rows;

    private final String owner = Api.owner();

    @Test
    void whoHangsUpAfterTheCommitGetsTheOrderByTryingAgain() {
        RawHttp.hangUp(
                request("cut"), () -> await().atMost(BOUND).until(() -> rows.ownedBy(owner) == 2));
        String order =
                rows.texts("SELECT id FROM customer_order WHERE owner = ?", owner).getFirst();

        Response again = Api.post(owner, "cut", Bodies.good());

        again.then().statusCode(201);
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.<String>path("id")).isEqualTo(order);
        assertPlacedOnce(order);
    }

    /// Nobody knows which of them were placed, and it does not matter.
    @Test
    void whoHangsUpAtWhateverMomentHasOneOrderAfterTryingAgain() {
        for (int round = 0; round < 25; round++) {
            String key = "cut-" + round;
            long spun = 200_000L * round;
            RawHttp.hangUp(request(key), () -> spin(spun));

            Response again = untilAnswered(key);

            assertThat(untilAnswered(key).<String>path("id")).isEqualTo(again.path("id"));
            assertThat(rows.ownedBy(owner)).isEqualTo(2L * (round + 1));
            assertThat(rows.told(UUID.fromString(again.path("id"))))
                    .containsExactly("OrderCreated.v1");
        }
    }

    /// Refused by the database, once when the event is stored and once when all is committed.
    @ParameterizedTest
    @CsvSource({"outbox_event, ''", "customer_order, DEFERRABLE INITIALLY DEFERRED"})
    void anOrderThatIsRolledBackLeavesNoKey(String table, String when) {
        refuse(table, when);
        try {
            Api.post(owner, "failed", Bodies.good()).then().statusCode(500);
            assertThat(rows.ownedBy(owner)).isZero();
        } finally {
            rows.change("DROP TRIGGER refuse ON " + table);
            rows.change("DROP FUNCTION refuse");
        }

        Response again = Api.post(owner, "failed", Bodies.good());

        again.then().statusCode(201);
        assertThat(again.header("Idempotent-Replayed")).isNull();
        assertPlacedOnce(again.path("id"));
    }

    private void assertPlacedOnce(String order) {
        assertThat(rows.ownedBy(owner)).isEqualTo(2);
        assertThat(rows.told(UUID.fromString(order))).containsExactly("OrderCreated.v1");
        assertThat(
                        rows.texts(
                                """
                                SELECT id FROM outbox_event
                                WHERE type = 'OrderCreated.v1' AND payload::text LIKE ?
                                """,
                                "%" + owner + "%"))
                .hasSize(1);
    }

    /// The first request may still be under way.
    private Response untilAnswered(String key) {
        return await().atMost(BOUND)
                .until(
                        () -> Api.post(owner, key, Bodies.good()),
                        answer -> answer.statusCode() != 409);
    }

    private void refuse(String table, String when) {
        rows.change(
                """
                CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql
                AS $$ BEGIN RAISE EXCEPTION 'refused by a test'; END $$
                """);
        rows.change(
                """
                CREATE %s TRIGGER refuse %s INSERT ON %s %s
                FOR EACH ROW EXECUTE FUNCTION refuse()
                """
                        .formatted(
                                when.isEmpty() ? "" : "CONSTRAINT",
                                when.isEmpty() ? "BEFORE" : "AFTER",
                                table,
                                when));
    }

    private static void spin(long forNs) {
        long end = System.nanoTime() + forNs;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    private byte[] request(String key) {
        String body = Bodies.good();
        return """
        POST /orders HTTP/1.1\r
        Host: 127.0.0.1\r
        Authorization: Bearer %s\r
        Idempotency-Key: %s\r
        Content-Type: application/json\r
        Content-Length: %d\r
        \r
        %s\
        """
                .formatted(Tokens.of("storefront", owner), key, body.length(), body)
                .getBytes(StandardCharsets.US_ASCII);
    }
}
