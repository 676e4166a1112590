package dev.orderstream.orders.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.orderstream.orders.testing.Api;
import dev.orderstream.orders.testing.Bodies;
import dev.orderstream.orders.testing.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who sees which order, and how many at a time.
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ReadingIT {

    @Test
    void anOwnerReadsWhatWasAnsweredWhenTheOrderWasPlaced() {
        String owner = Api.owner();
        Response placed = Api.post(owner, "read", Bodies.good());

        Response read = Api.get(owner, "/orders/" + placed.path("id"));

        assertThat(read.asString()).isEqualTo(placed.asString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/timeline"})
    void somebodyElsesOrderIsNotFound(String below) {
        UUID order = Api.placed(Api.owner());

        Api.get(Api.owner(), "/orders/" + order + below)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("order-not-found"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "018f0000-0000-7000-8000-000000000000", "1-1-1-1-1"})
    void anOrderThatDoesNotExistIsNotFound(String id) {
        Api.get(Api.owner(), "/orders/" + id)
                .then()
                .statusCode(404)
                .body("code", equalTo("order-not-found"));
    }

    @Test
    void anOperatorSeesEveryonesOrders() {
        UUID order = Api.placed(Api.owner());

        Api.as("operator", "op").get("/orders/" + order).then().statusCode(200);
        Api.as("operator", "op")
                .get("/orders?limit=100")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(order.toString()));
    }

    @Test
    void pagesShowEachOrderOnceAndTheNewestFirst() {
        String owner = Api.owner();
        Api.placed(Api.owner());
        List<String> placed =
                new ArrayList<>(
                        Stream.generate(() -> Api.placed(owner).toString()).limit(5).toList());
        Collections.reverse(placed);

        assertThat(pages(owner, "/orders?limit=2")).isEqualTo(placed);
    }

    @Test
    void filtersNarrowAListPageByPage() {
        String owner = Api.owner();
        UUID early = Api.placed(owner);
        List<String> wanted =
                new ArrayList<>(
                        Stream.generate(() -> Api.placed(owner).toString()).limit(3).toList());
        UUID late = Api.placed(owner);
        Collections.reverse(wanted);
        String from = placedAt(owner, wanted.getLast());
        String to = placedAt(owner, late.toString());

        String window = "limit=2&status=PROCESSING&placedAfter=" + from + "&placedBefore=" + to;

        assertThat(pages(owner, "/orders?" + window)).isEqualTo(wanted);
        assertThat(pages(owner, "/orders?placedBefore=" + from)).containsExactly(early.toString());
        assertThat(pages(owner, "/orders?placedAfter=" + to)).containsExactly(late.toString());
        assertThat(pages(owner, "/orders?status=PAID&status=CANCELLED")).isEmpty();
        assertThat(pages(owner, "/orders?limit=2&status=PAID&status=PROCESSING")).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/timeline"})
    void whoHasTheCurrentStateIsToldOnlyThat(String below) {
        String owner = Api.owner();
        UUID order = Api.placed(owner);
        String path = "/orders/" + order + below;
        String tag = Api.get(owner, path).header("ETag");
        assertThat(tag).startsWith("W/");

        Response same = ifNoneMatch(owner, path, tag);

        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(same.header("ETag")).isEqualTo(tag);
        assertThat(same.asString()).isEmpty();

        Api.as("storefront", owner).post("/orders/" + order + "/cancellation");
        Response changed = ifNoneMatch(owner, path, tag);

        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.header("ETag")).isNotEqualTo(tag);
    }

    @Test
    void aTagOpensNobodyElsesOrder() {
        String owner = Api.owner();
        String path = "/orders/" + Api.placed(owner);
        String tag = Api.get(owner, path).header("ETag");

        assertThat(ifNoneMatch(Api.owner(), path, tag).statusCode()).isEqualTo(404);
        assertThat(ifNoneMatch(Api.owner(), path, "*").statusCode()).isEqualTo(404);
    }

    private static Response ifNoneMatch(String owner, String path, String tag) {
        return Api.as("storefront", owner).header("If-None-Match", tag).get(path);
    }

    private static String placedAt(String owner, String order) {
        return Api.get(owner, "/orders/" + order).path("placedAt");
    }

    private static List<String> pages(String owner, String first) {
        List<String> seen = new ArrayList<>();
        String path = first;
        while (path != null) {
            Response page = Api.as("storefront", owner).urlEncodingEnabled(false).get(path);
            seen.addAll(page.path("items.id"));
            String link = page.header("Link");
            String next = page.path("next");
            assertThat(link == null).isEqualTo(next == null);
            path = link == null ? null : link.substring(1, link.indexOf('>'));
        }
        return seen;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=101",
                "limit=many",
                "cursor=!",
                "cursor=AAAA",
                "status=paid",
                "placedAfter=yesterday",
                "placedAfter=-999999999-01-01T00:00:00Z",
                "placedBefore=9999-01-01T00:00:00Z",
                "placedBefore=2026-11-22"
            })
    void anUnusableParameterIsRefused(String query) {
        Api.get(Api.owner(), "/orders?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("parameter-invalid"));
    }
}
