package dev.orderstream.orders.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dev.orderstream.orders.testing.Api;
import dev.orderstream.orders.testing.Receiver;
import dev.orderstream.orders.testing.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Registering endpoints and reading the log, as a storefront does.
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class EndpointsIT {

    private static final Duration BOUND = Duration.ofSeconds(60);

    private final String owner = Api.owner();
    private final String url = Receiver.origin() + "/200/hooks";

    @Test
    void aSecretIsShownOnce() {
        JsonPath registered =
                Hooks.post(owner, url)
                        .then()
                        .statusCode(201)
                        .header("Cache-Control", "no-store")
                        .body("url", equalTo(url))
                        .body("secret", startsWith("whsec_"))
                        .extract()
                        .jsonPath();

        Api.get(owner, "/webhook-endpoints")
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of(registered.getString("id"))))
                .body("items.url", equalTo(List.of(url)))
                .body(not(containsString("whsec_")));
    }

    @Test
    void aRotatedSecretIsAnotherOne() {
        Hooks.Endpoint endpoint = Hooks.register(owner, "/200/x");

        JsonPath rotated =
                Api.as("storefront", owner)
                        .post("/webhook-endpoints/" + endpoint.id() + "/secret")
                        .then()
                        .statusCode(200)
                        .header("Cache-Control", "no-store")
                        .extract()
                        .jsonPath();

        assertThat(rotated.getString("secret"))
                .startsWith("whsec_")
                .isNotEqualTo(endpoint.secret());
        assertThat(java.time.Instant.parse(rotated.getString("previousSecretUntil")))
                .isBetween(
                        java.time.Instant.now().plus(Duration.ofHours(23)),
                        java.time.Instant.now().plus(Duration.ofHours(25)));
    }

    @Test
    void whatIsSomebodyElsesDoesNotExist() {
        Hooks.Endpoint endpoint = Hooks.register(owner, "/200/x");
        String stranger = Api.owner();
        String path = "/webhook-endpoints/" + endpoint.id();

        Api.get(stranger, "/webhook-endpoints").then().body("items", hasSize(0));
        Api.as("storefront", stranger)
                .delete(path)
                .then()
                .statusCode(404)
                .body("code", equalTo("webhook-endpoint-not-found"));
        Api.as("storefront", stranger).post(path + "/secret").then().statusCode(404);
        Api.as("storefront", owner).delete("/webhook-endpoints/x").then().statusCode(404);
        Api.as("storefront", owner).delete(path).then().statusCode(204);
        Api.as("storefront", owner).delete(path).then().statusCode(404);
    }

    @Test
    void anOwnerHasFiveEndpointsHoweverManyAreAskedForAtOnce() throws Exception {
        Callable<Integer> register = () -> Hooks.post(owner, url).statusCode();

        try (var threads = Executors.newFixedThreadPool(12)) {
            List<Integer> statuses =
                    threads.invokeAll(Stream.generate(() -> register).limit(12).toList()).stream()
                            .map(Future::resultNow)
                            .toList();
            assertThat(statuses.stream().filter(status -> status == 201)).hasSize(5);
            assertThat(statuses.stream().filter(status -> status == 409)).hasSize(7);
        }

        Hooks.post(owner, url).then().body("code", equalTo("too-many-webhook-endpoints"));
        Hooks.post(Api.owner(), url).then().statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://shop.example/hooks",
                "http://127.0.0.1:1/hooks",
                "http://169.254.169.254/latest/meta-data",
                "http://localhost/hooks"
            })
    void aHostThatNobodyAllowedIsRefused(String elsewhere) {
        Hooks.post(owner, elsewhere)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo("webhook-host-not-allowed"));
        Api.get(owner, "/webhook-endpoints").then().body("items", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | required",
                "{\"url\":7} | wrong-type",
                "{\"url\":\"\"} | empty",
                "{\"url\":\"https://a/\",\"x\":1} | unknown-property",
                "{\"url\":\"shop.example\"} | url-invalid",
                "{\"url\":\"ftp://shop.example/\"} | url-invalid",
                "{\"url\":\"https://u:p@shop.example/\"} | url-invalid",
                "{\"url\":\"https://shop.example/#x\"} | url-invalid"
            })
    void whatIsNoUrlIsRefused(String body, String code) {
        Hooks.postBody(owner, body)
                .then()
                .statusCode(422)
                .body("code", equalTo("validation-failed"))
                .body("errors.code", equalTo(List.of(code)));
    }

    @Test
    void theLogIsReadInPages() {
        try (Receiver _ = Receiver.open()) {
            Hooks.Endpoint endpoint = Hooks.register(owner, "/200/one");
            Hooks.Endpoint other = Hooks.register(owner, "/200/other");
            IntStream.range(0, 3).forEach(_ -> Api.placed(owner));
            await().atMost(BOUND).until(() -> Hooks.outcomes(owner).size() == 6);

            List<String> ids = Hooks.deliveries(owner).path("items.id");
            assertThat(ids).isSortedAccordingTo(java.util.Comparator.reverseOrder());
            var page = Api.get(owner, "/webhook-deliveries?limit=4");
            assertThat(page.<List<String>>path("items.id")).isEqualTo(ids.subList(0, 4));
            String link = page.header("Link");
            var rest =
                    Api.as("storefront", owner)
                            .urlEncodingEnabled(false)
                            .get(link.substring(1, link.indexOf('>')));
            assertThat(rest.<List<String>>path("items.id")).isEqualTo(ids.subList(4, 6));
            assertThat(rest.<String>path("next")).isNull();
            assertThat(endpoints(owner, "storefront", endpoint.id())).hasSize(3);
            assertThat(endpoints("op", "operator", other.id())).hasSize(3);
            assertThat(endpoints(Api.owner(), "storefront", other.id())).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=101", "limit=x", "cursor=x", "endpoint=x"})
    void aParameterThatIsNoneIsRefused(String parameter) {
        Api.get(owner, "/webhook-deliveries?" + parameter)
                .then()
                .statusCode(400)
                .body("code", equalTo("parameter-invalid"));
    }

    private static List<String> endpoints(String subject, String role, UUID endpoint) {
        List<String> ids =
                Api.as(role, subject)
                        .get("/webhook-deliveries?endpoint=" + endpoint)
                        .path("items.endpointId");
        assertThat(ids).allMatch(endpoint.toString()::equals);
        return ids;
    }
}
