package dev.orderstream.orders.description;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.orderstream.orders.testing.Api;
import dev.orderstream.orders.testing.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The description of the API: what is served, what is committed and what was released.
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class OpenApiIT {

    private static final Path COMMITTED = Path.of("../docs/reference/openapi.yaml");
    private static final Path RELEASED = Path.of("src/test/resources/released/orders-api-1.yaml");
    private static final YAMLMapper YAML = new YAMLMapper();

    @Test
    void theServiceServesWhatIsCommitted() throws IOException {
        Path served = Path.of("target/openapi.yaml");
        Files.writeString(served, served());

        assertThat(COMMITTED)
                .as("after a change: cp orders-service/%s docs/reference/openapi.yaml", served)
                .hasSameTextualContentAs(served);
    }

    @Test
    void nothingThatWasReleasedIsTakenBack() throws IOException {
        assertThat(BreakingChanges.between(YAML.readTree(RELEASED.toFile()), document())).isEmpty();
    }

    static Stream<Arguments> breaking() {
        return Stream.of(
                change("the operation is gone", api -> paths(api).remove("/orders/{id}/timeline")),
                change(
                        "409 is gone",
                        api -> object(api, "/paths/~1orders/post/responses").remove("409")),
                change(
                        "total is gone",
                        api -> object(api, "/components/schemas/Order/properties").remove("total")),
                change(
                        "[locale] are required",
                        api ->
                                ((ArrayNode)
                                                api.at(
                                                        "/components/schemas/OrderRequestCustomer/required"))
                                        .add("locale")),
                change(
                        "another type",
                        api ->
                                object(api, "/components/schemas/Money/properties/amount")
                                        .put("type", "string")),
                change(
                        "less maxLength",
                        api ->
                                object(
                                                api,
                                                "/components/schemas/CancellationRequest/properties/reason")
                                        .put("maxLength", 100)));
    }

    @ParameterizedTest
    @MethodSource("breaking")
    void aBreakingChangeIsFound(String found, Consumer<JsonNode> change) throws IOException {
        JsonNode before = document();
        JsonNode after = document();
        change.accept(after);

        assertThat(BreakingChanges.between(before, before)).isEmpty();
        assertThat(BreakingChanges.between(before, after))
                .anySatisfy(line -> assertThat(line).contains(found));
    }

    @Test
    void itIsOpenApiThreeOneWithAnExampleForEachBodyAndEachError() throws IOException {
        JsonNode api = document();
        assertThat(api.path("openapi").asText()).startsWith("3.1");
        List<JsonNode> bodies =
                api.at("/paths").findValues("content").stream()
                        .flatMap(content -> content.properties().stream())
                        .map(entry -> entry.getValue())
                        .toList();

        assertThat(bodies).hasSizeGreaterThan(20);
        assertThat(bodies)
                .allMatch(body -> body.has("example") || body.path("examples").size() > 0);
        assertThat(api.at("/components/schemas/Order/required"))
                .anyMatch(name -> name.asText().equals("total"));
    }

    @Test
    void theExampleIsAnOrderThatIsTaken() throws IOException {
        JsonNode example =
                document().at("/paths/~1orders/post/requestBody/content/application~1json/example");

        Api.post(
                        Api.owner(),
                        UUID.randomUUID().toString(),
                        new ObjectMapper().writeValueAsString(example))
                .then()
                .statusCode(201);
    }

    @Test
    void aPersonCanBrowseItWithoutContentOfOtherHosts() {
        String page = given().get("/q/swagger-ui/").then().statusCode(200).extract().asString();

        assertThat(page).contains("/q/openapi").contains("validatorUrl: 'none'");
        assertThat(page).doesNotContainPattern("(src|href)=\"(https?:)?//");
        given().get("/q/openapi?format=json").then().body(containsString("placeOrder"));
    }

    private static String served() {
        return given().get("/q/openapi").then().statusCode(200).extract().asString();
    }

    private static JsonNode document() throws IOException {
        return YAML.readTree(served());
    }

    private static Arguments change(String found, Consumer<JsonNode> change) {
        return Arguments.of(found, change);
    }

    private static ObjectNode paths(JsonNode api) {
        return object(api, "/paths");
    }

    private static ObjectNode object(JsonNode api, String pointer) {
        return (ObjectNode) api.at(pointer);
    }
}
