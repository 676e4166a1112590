package dev.orderstream.orders.placing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import dev.orderstream.orders.testing.Api;
import dev.orderstream.orders.testing.Bodies;
import dev.orderstream.orders.testing.Rows;
import dev.orderstream.orders.testing.StackResource;
import dev.orderstream.orders.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Requests that are refused: each with its problem, and nothing is stored.
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class RefusingIT {

    private static final int FIVE_MB = 5_000_000;

    @Inject Rows rows;

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"customer\":}", "nonsense", "{}{}", "{\"a\":1,\"a\":2}"})
    void malformedJsonIsRefused(String body) {
        refused(body, 400, "malformed-json");
    }

    @Test
    void jsonThatNestsTooDeepIsRefused() {
        refused("[".repeat(10_000), 400, "malformed-json");
    }

    @ParameterizedTest
    @CsvSource({
        "0,      255, GBP, /lines/0/quantity,         too-small",
        "-6,     255, GBP, /lines/0/quantity,         too-small",
        "1.5,    255, GBP, /lines/0/quantity,         wrong-type",
        "'\"2\"', 255, GBP, /lines/0/quantity,        wrong-type",
        "1000001, 1,  GBP, /lines/0/quantity,         too-large",
        "1,       -1, GBP, /lines/0/unitPrice/amount, too-small",
        "1, 1e3,      GBP, /lines/0/unitPrice/amount, wrong-type",
        "1, 99999999999999999999, GBP, /lines/0/unitPrice/amount, too-large",
    })
    void aWrongNumberIsNamedByItsPointer(
            String quantity, String amount, String currency, String pointer, String code) {
        refused(Bodies.lines(Bodies.line(quantity, amount, currency)), 422, "validation-failed")
                .body("errors", hasSize(1))
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].code", equalTo(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"JPY", "XAU", "ABC", "gbp", "KWD"})
    void aCurrencyThatIsNotTakenIsRefused(String currency) {
        refused(Bodies.lines(Bodies.line("1", "100", currency)), 422, "currency-not-supported")
                .body("errors[0].pointer", equalTo("/lines/0/unitPrice/currency"));
    }

    @Test
    void anOrderInTwoCurrenciesIsRefused() {
        refused(
                Bodies.lines(Bodies.line("1", "5", "GBP") + "," + Bodies.line("1", "5", "EUR")),
                422,
                "currencies-mixed");
    }

    @Test
    void anOrderThatCostsNothingIsRefused() {
        refused(Bodies.lines(Bodies.line("5", "0", "GBP")), 422, "total-not-chargeable");
    }

    @Test
    void anOrderThatCostsMoreThanACardCanBeChargedIsRefused() {
        refused(Bodies.lines(Bodies.line("2", "99999999", "GBP")), 422, "total-too-large");
    }

    @Test
    void threeThousandLinesAreRefused() {
        refused(Bodies.repeated(3_000, Bodies.line("1", "5", "GBP")), 422, "validation-failed")
                .body("errors", hasSize(1))
                .body("errors[0].pointer", equalTo("/lines"))
                .body("errors[0].code", equalTo("too-many-items"));
    }

    @Test
    void aTotalOrAStatusFromOutsideIsRefused() {
        String body = Bodies.good().replaceFirst("\\{", "{\"total\":1,\"status\":\"PAID\",");

        refused(body, 422, "validation-failed")
                .body("errors.pointer", hasItem("/total"))
                .body("errors.pointer", hasItem("/status"))
                .body("errors.code", hasItem("unknown-property"));
    }

    @Test
    void aBodyOfFiveMegabytesIsRefused() throws Exception {
        HttpResponse<String> answer = large(BodyPublishers.ofByteArray(new byte[FIVE_MB]));

        tooLarge(answer);
    }

    @Test
    void aBodyOfFiveMegabytesInChunksIsRefused() throws Exception {
        HttpResponse<String> answer =
                large(
                        BodyPublishers.ofInputStream(
                                () -> new ByteArrayInputStream(new byte[FIVE_MB])));

        tooLarge(answer);
    }

    @Test
    void aMissingKeyIsRefused() {
        as().body(Bodies.good())
                .post("/orders")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("idempotency-key-missing"));
    }

    @ParameterizedTest
    @CsvSource({"'', idempotency-key-missing", "'a b', idempotency-key-invalid"})
    void anUnusableKeyIsRefused(String key, String code) {
        Api.post(Api.owner(), key, Bodies.good())
                .then()
                .statusCode(400)
                .body("code", equalTo(code));
    }

    @Test
    void anOverlongKeyIsRefused() {
        Api.post(Api.owner(), "k".repeat(256), Bodies.good())
                .then()
                .statusCode(400)
                .body("code", equalTo("idempotency-key-invalid"));
    }

    @Test
    void aBodyThatIsNotJsonByItsTypeIsRefused() {
        given().auth()
                .oauth2(Tokens.of("storefront", Api.owner()))
                .contentType(ContentType.TEXT)
                .header("Idempotency-Key", "k")
                .body("hello")
                .post("/orders")
                .then()
                .statusCode(415)
                .contentType("application/problem+json")
                .body("code", equalTo("media-type-not-supported"));
    }

    private ValidatableResponse refused(String body, int status, String code) {
        String owner = Api.owner();
        var answer =
                Api.post(owner, "refused", body)
                        .then()
                        .statusCode(status)
                        .contentType("application/problem+json")
                        .body("code", equalTo(code))
                        .body("status", equalTo(status))
                        .body("type", equalTo("/problems/" + code))
                        .body("instance", equalTo("/orders"));
        assertThat(rows.ownedBy(owner)).isZero();
        return answer;
    }

    private HttpResponse<String> large(HttpRequest.BodyPublisher body) throws Exception {
        URI orders = URI.create("http://127.0.0.1:" + RestAssured.port + "/orders");
        HttpRequest request =
                HttpRequest.newBuilder(orders)
                        .header("Authorization", "Bearer " + Tokens.of("storefront", Api.owner()))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", "large")
                        .POST(body)
                        .build();
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        }
    }

    private static void tooLarge(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/problem+json");
        assertThat(answer.body()).contains("\"code\":\"body-too-large\"");
    }

    private static RequestSpecification as() {
        return Api.as("storefront", Api.owner()).contentType(ContentType.JSON);
    }
}
