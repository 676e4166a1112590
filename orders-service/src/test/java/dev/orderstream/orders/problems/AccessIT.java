package dev.orderstream.orders.problems;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.orderstream.orders.testing.Api;
import dev.orderstream.orders.testing.Bodies;
import dev.orderstream.orders.testing.EventStream;
import dev.orderstream.orders.testing.RawHttp;
import dev.orderstream.orders.testing.StackResource;
import dev.orderstream.orders.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
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

    private static final List<String> CALLERS =
            List.of("owner", "stranger", "operator", "analyst", "warehouse", "nobody");

    private static final String OWNER = Api.owner();

    /// For each request what owner, stranger, operator, analyst, warehouse and nobody get.
    static Stream<Arguments> matrix() {
        return Stream.of(
                        row("POST", "/orders", 201, 201, 403, 403, 403, 401),
                        row("GET", "/orders", 200, 200, 200, 403, 403, 401),
                        row("GET", "/orders?overdue=true", 403, 403, 200, 403, 403, 401),
                        row("GET", "/orders/{id}", 200, 404, 200, 403, 403, 401),
                        row("GET", "/orders/{id}/timeline", 200, 404, 200, 403, 403, 401),
                        row("GET", "/orders/{id}/events", 200, 404, 200, 403, 403, 401),
                        row("POST", "/orders/{id}/cancellation", 202, 404, 202, 403, 403, 401),
                        row("POST", "/webhook-endpoints", 201, 201, 403, 403, 403, 401),
                        row("GET", "/webhook-endpoints", 200, 200, 403, 403, 403, 401),
                        row(
                                "POST",
                                "/webhook-endpoints/{endpoint}/secret",
                                200,
                                404,
                                403,
                                403,
                                403,
                                401),
                        row(
                                "DELETE",
                                "/webhook-endpoints/{endpoint}",
                                204,
                                404,
                                403,
                                403,
                                403,
                                401),
                        row("GET", "/webhook-deliveries", 200, 200, 200, 403, 403, 401),
                        row(
                                "POST",
                                "/webhook-deliveries/{id}/redelivery",
                                403,
                                403,
                                404,
                                403,
                                403,
                                401))
                .flatMap(cells -> cells);
    }

    private static Stream<Arguments> row(String method, String path, Integer... statuses) {
        return IntStream.range(0, CALLERS.size())
                .mapToObj(i -> Arguments.of(CALLERS.get(i), method, path, statuses[i]));
    }

    @ParameterizedTest
    @MethodSource("matrix")
    void eachCallerMayDoWhatTheRoleIsForWithWhatIsTheirs(
            String caller, String method, String path, int status) {
        assertThat(status(method, theirs(path, OWNER), tokenOf(caller))).isEqualTo(status);
    }

    static Stream<Arguments> badTokensEverywhere() {
        return badTokens()
                .flatMap(wrong ->
                        matrix().map(cell -> cell.get())
                                .filter(cell -> cell[0].equals("owner"))
                                .map(cell -> Arguments.of(wrong, cell[1], cell[2])));
    }

    @ParameterizedTest
    @MethodSource("badTokensEverywhere")
    void aTokenThatIsNotGoodOpensNothing(String wrong, String method, String path) {
        String role = path.endsWith("/redelivery") ? "operator" : "storefront";

        assertThat(status(method, theirs(path, "a"), token(wrong, role))).isEqualTo(401);
    }

    static Stream<String> mutations() {
        return Stream.of(
                "//orders/{id}",
                "/orders//{id}",
                "/orders;x=1/{id}",
                "/orders/;x/{id}",
                "/orders/{id};x=1",
                "/orders/{id}%3Bx",
                "/orders%2F{id}",
                "/orders%2f{id}",
                "/orders/{id}%2Ftimeline",
                "/orders/{id}/",
                "/orders/{id}/timeline;a",
                "/Orders/{id}",
                "/ORDERS/{id}/TIMELINE",
                "/orders/./{id}",
                "/x/../orders/{id}",
                "/orders/%2e%2e/orders/{id}",
                "/%6frders/{id}",
                "/orders/{id}%00",
                "/orders/{id}?x=1;y",
                "/q/../orders/{id}",
                "/problems/..;/orders/{id}");
    }

    @ParameterizedTest
    @MethodSource("mutations")
    void noSpellingOfAPathIsAWayAround(String mutation) {
        String path = mutation.replace("{id}", Api.placed(OWNER).toString());

        assertThat(RawHttp.get(path, tokenOf("stranger")).status()).isIn(400, 404);
        assertThat(RawHttp.get(path, tokenOf("analyst")).status()).isIn(400, 403, 404);
        assertThat(RawHttp.get(path, "").status()).isIn(400, 401, 404);
    }

    /// The path to what is this owner's.
    private static String theirs(String path, String owner) {
        String ofOrder =
                path.contains("{id}") ? path.replace("{id}", Api.placed(owner).toString()) : path;
        return ofOrder.contains("{endpoint}")
                ? ofOrder.replace("{endpoint}", Api.endpoint(owner))
                : ofOrder;
    }

    private static String tokenOf(String caller) {
        return switch (caller) {
            case "owner" -> Tokens.of("storefront", OWNER);
            case "stranger" -> Tokens.of("storefront", Api.owner());
            case "nobody" -> "";
            default -> Tokens.of(caller, OWNER);
        };
    }

    private static int status(String method, String path, String token) {
        if (!path.endsWith("/events")) {
            return call(method, path, token).statusCode();
        }
        String order = path.split("/")[2];
        try (EventStream stream = EventStream.open(token, order, null)) {
            return stream.status();
        }
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
        call("GET", "/orders", token(wrong, "storefront"))
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
        RequestSpecification request =
                given().contentType(ContentType.JSON).header("Idempotency-Key", "access");
        if (!token.isEmpty()) {
            request.auth().oauth2(token);
        }
        if (method.equals("POST") && path.equals("/orders")) {
            request.body(Bodies.good());
        } else if (method.equals("POST") && path.equals("/webhook-endpoints")) {
            request.body(Bodies.endpoint());
        }
        return request.request(method, path);
    }

    private static String token(String wrong, String role) {
        var claims = Tokens.claims(role, "a");
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
