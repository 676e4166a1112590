package dev.orderstream.orders.problems;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.orderstream.orders.testing.Api;
import dev.orderstream.orders.testing.Bodies;
import dev.orderstream.orders.testing.StackResource;
import dev.orderstream.orders.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Who may do what, and how everything else is refused.
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class AccessIT {

    private static final String ORDER = "/orders/018f0000-0000-7000-8000-000000000000";

    static Stream<Arguments> roles() {
        return Stream.of(
                Arguments.of("storefront", "GET", "/orders", 200),
                Arguments.of("storefront", "GET", ORDER, 404),
                Arguments.of("storefront", "GET", ORDER + "/timeline", 404),
                Arguments.of("storefront", "POST", "/orders", 201),
                Arguments.of("operator", "GET", "/orders", 200),
                Arguments.of("operator", "GET", ORDER, 404),
                Arguments.of("operator", "POST", "/orders", 403),
                Arguments.of("analyst", "GET", "/orders", 403),
                Arguments.of("analyst", "GET", ORDER, 403),
                Arguments.of("analyst", "POST", "/orders", 403),
                Arguments.of("warehouse", "GET", ORDER + "/timeline", 403),
                Arguments.of("warehouse", "POST", "/orders", 403));
    }

    @ParameterizedTest
    @MethodSource("roles")
    void aRoleMayDoWhatItIsForAndNothingElse(String role, String method, String path, int status) {
        call(method, path, Tokens.of(role, Api.owner())).then().statusCode(status);
    }

    @Test
    void aRoleThatIsNotEnoughIsTold() {
        call("POST", "/orders", Tokens.of("analyst", "a"))
                .then()
                .contentType("application/problem+json")
                .body("code", equalTo("forbidden"));
    }

    static Stream<String> badTokens() {
        return Stream.of("expired", "issuer", "audience", "key", "unsigned", "subject", "garbage");
    }

    @ParameterizedTest
    @MethodSource("badTokens")
    void aTokenThatIsNotGoodIsNoToken(String wrong) {
        call("GET", "/orders", token(wrong))
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", containsString("Bearer"))
                .body("code", equalTo("unauthenticated"));
    }

    @Test
    void nobodyPlacesAnOrderWithoutAToken() {
        given().contentType(ContentType.JSON)
                .header("Idempotency-Key", "k")
                .body("{")
                .post("/orders")
                .then()
                .statusCode(401)
                .body("code", equalTo("unauthenticated"));
    }

    static Stream<Arguments> paths() {
        return Stream.of(
                Arguments.of("GET", "/nothing", 404, "not-found"),
                Arguments.of("DELETE", "/orders", 405, "method-not-allowed"),
                Arguments.of("PUT", ORDER, 405, "method-not-allowed"),
                Arguments.of("GET", "/Orders", 404, "not-found"));
    }

    @ParameterizedTest
    @MethodSource("paths")
    void whatThereIsNotIsAProblemDocument(String method, String path, int status, String code) {
        given().auth()
                .oauth2(Tokens.of("storefront", Api.owner()))
                .urlEncodingEnabled(false)
                .request(method, path)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code))
                .body(not(containsString("Exception")));
    }

    @Test
    void anAnswerThatNobodyAcceptsIsAProblemDocument() {
        Api.as("storefront", "a")
                .accept("text/csv")
                .get("/orders")
                .then()
                .statusCode(406)
                .contentType("application/problem+json")
                .body("code", equalTo("not-acceptable"));
    }

    private static Response call(String method, String path, String token) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", "access")
                .body(method.equals("POST") ? Bodies.good() : "")
                .request(method, path);
    }

    private static String token(String wrong) {
        var claims = Tokens.claims("storefront", "a");
        return switch (wrong) {
            case "expired" -> claims.expiresIn(Duration.ofMinutes(-10)).sign();
            case "issuer" -> claims.issuer("https://elsewhere.example").sign();
            case "audience" -> claims.audience("elsewhere").sign();
            case "key" ->
                    claims.sign(
                            ConfigProvider.getConfig().getValue("test.other.key", String.class));
            case "subject" -> claims.subject("").sign();
            case "unsigned" -> unsigned(claims.sign());
            default -> "garbage";
        };
    }

    private static String unsigned(String token) {
        String none = "{\"alg\":\"none\"}";
        return Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(none.getBytes(StandardCharsets.UTF_8))
                + token.substring(token.indexOf('.'), token.lastIndexOf('.') + 1);
    }
}
