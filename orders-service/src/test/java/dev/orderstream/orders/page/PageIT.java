package dev.orderstream.orders.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dev.orderstream.orders.testing.Api;
import dev.orderstream.orders.testing.Bodies;
import dev.orderstream.orders.testing.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The page, and where it must not get into the API's way.
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class PageIT {

    private static final String BROWSER =
            "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8";
    private static final String ORDER = "/orders/018f0000-0000-7000-8000-000000000000";
    private static final Pattern LINK =
            Pattern.compile("(?:href|src|from)=?\\s?\"(?:/page|\\.)/([^\"]+)\"");

    @Test
    void everybodyGetsThePage() {
        given().accept(BROWSER)
                .get("/")
                .then()
                .statusCode(200)
                .contentType("text/html; charset=utf-8")
                .header(
                        "Content-Security-Policy",
                        startsWith("default-src 'none'; script-src 'self'"))
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-cache")
                .body(containsString("<main"))
                .body(not(containsString("{sign-in-url}")));
    }

    @Test
    void everyFileThatThePageLoadsIsThere() {
        List<String> names = linked(given().get("/").asString());

        assertThat(names).contains("main.js", "style.css", "live.js");
        assertThat(names)
                .allSatisfy(name -> {
                    var answer = given().get("/page/" + name);
                    assertThat(answer.statusCode()).as(name).isEqualTo(200);
                    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
                    assertThat(names).containsAll(linked(answer.asString()));
                });
    }

    @Test
    void aFileThatDidNotChangeIsNotSentAgain() {
        String tag = given().get("/page/main.js").header("ETag");

        given().header("If-None-Match", tag).get("/page/main.js").then().statusCode(304);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/page/none.js", "/page/index.html", "/page/", "/page/..%2Fsecret"})
    void whatIsNotOfThePageIsNotThere(String path) {
        given().urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
    }

    @Test
    void aBrowserThatGoesToAnOrderGetsThePage() {
        given().accept(BROWSER)
                .get(ORDER + "?payment_intent=pi_1&redirect_status=succeeded")
                .then()
                .statusCode(200)
                .contentType("text/html; charset=utf-8")
                .header("Vary", "Accept")
                .body(containsString("<main"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/json", "application/json, text/html"})
    void everybodyElseGetsTheOrder(String accept) {
        String owner = Api.owner();
        String order =
                Api.as("storefront", owner)
                        .contentType(ContentType.JSON)
                        .header("Idempotency-Key", "page")
                        .body(Bodies.good())
                        .post("/orders")
                        .path("id");

        Api.as("storefront", owner)
                .accept(accept)
                .get("/orders/" + order)
                .then()
                .statusCode(200)
                .contentType(ContentType.JSON)
                .header("Vary", "Accept")
                .body("id", equalTo(order));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/orders", ORDER + "/timeline", ORDER + "/", "/orders/1"})
    void nothingElseOfTheApiTurnsIntoAPage(String path) {
        given().accept(BROWSER)
                .urlEncodingEnabled(false)
                .get(path)
                .then()
                .body(not(containsString("<main")));
    }

    private static List<String> linked(String text) {
        return LINK.matcher(text).results().map((MatchResult link) -> link.group(1)).toList();
    }
}
