package dev.orderstream.orders.problems;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.orderstream.orders.testing.Api;
import dev.orderstream.orders.testing.Bodies;
import dev.orderstream.orders.testing.RawHttp;
import dev.orderstream.orders.testing.StackResource;
import dev.orderstream.orders.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Requests at the edge of HTTP, and what they are told.
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class OddRequestsIT {

    private static final String ORDER = "/orders/018f0000-0000-7000-8000-000000000000";

    private final String owner = Api.owner();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /orders HTTP/1.0\r\n",
                "GET /orders HTTP/1.1\r\n",
                "GET /orders HTTP/1.1\r\nHost: a b\r\n",
                "GET / HTTP/1.1\r\nHost: a:99999\r\nAccept: text/html\r\n",
                "POST " + ORDER + "/cancellation HTTP/1.1\r\nHost: <x>\r\n"
            })
    void aRequestWithoutAUsableHostIsTold(String head) {
        RawHttp.Answer answer =
                RawHttp.exchange(
                        (head + "Connection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("\"code\":\"bad-request\"");
    }

    @Test
    void aProbeOfTheHealthNeedsNone() {
        assertThat(
                        RawHttp.exchange(
                                        "GET /q/health/live HTTP/1.0\r\n\r\n"
                                                .getBytes(StandardCharsets.US_ASCII))
                                .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    PUT    | /orders                   | GET, HEAD, OPTIONS, POST
                    POST   | %1$s              | GET, HEAD, OPTIONS
                    DELETE | %1$s/timeline     | GET, HEAD, OPTIONS
                    PATCH  | %1$s/events       | GET, HEAD, OPTIONS
                    GET    | %1$s/cancellation | OPTIONS, POST
                    PUT    | /                         | GET, HEAD, OPTIONS
                    """)
    void aWrongMethodIsToldTheRightOnes(String method, String path, String allowed) {
        Api.as("storefront", owner)
                .request(method, path.formatted(ORDER))
                .then()
                .statusCode(405)
                .header("Allow", allowed)
                .body("code", equalTo("method-not-allowed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/order", "/orders/a/b", "/problems/no-such", "/page/no-such"})
    void aWrongPathIsNotFound(String path) {
        Api.as("storefront", owner)
                .get(path)
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
    }

    @Test
    void aConditionThatCannotHoldIsAProblem() {
        UUID order = Api.placed(owner);

        Api.as("storefront", owner)
                .header("If-Match", "\"x\"")
                .get("/orders/" + order)
                .then()
                .statusCode(412)
                .body("code", equalTo("precondition-failed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"two\nlines", "nul\0"})
    void aTokenOfASubjectThatCannotBeStoredIsNotValid(String subject) {
        refused(subject);
    }

    @Test
    void norIsOneOfALongSubject() {
        refused("s".repeat(256));
        assertThat(
                        given().auth()
                                .oauth2(Tokens.of("storefront", "s".repeat(255)))
                                .get("/orders")
                                .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-32", "windows-1252"})
    void aBodyIsUtf8(String charset) throws Exception {
        byte[] body = Bodies.good().replace("Ada", "\u00c4da").getBytes(charset);

        given().auth()
                .oauth2(Tokens.of("storefront", owner))
                .header("Idempotency-Key", charset)
                .header("Content-Type", "application/json")
                .body(body)
                .post("/orders")
                .then()
                .statusCode(400)
                .body("code", equalTo("malformed-json"));
    }

    private static void refused(String subject) {
        given().auth()
                .oauth2(Tokens.of("storefront", subject))
                .get("/orders")
                .then()
                .statusCode(401)
                .body("code", equalTo("unauthenticated"));
    }
}
