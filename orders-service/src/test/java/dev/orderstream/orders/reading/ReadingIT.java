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

        List<String> seen = new ArrayList<>();
        String path = "/orders?limit=2";
        while (path != null) {
            Response page = Api.get(owner, path);
            seen.addAll(page.path("items.id"));
            String link = page.header("Link");
            String next = page.path("next");
            assertThat(link == null).isEqualTo(next == null);
            path = link == null ? null : link.substring(1, link.indexOf('>'));
        }

        assertThat(seen).isEqualTo(placed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=101", "limit=many", "cursor=!", "cursor=AAAA"})
    void anUnusableParameterIsRefused(String query) {
        Api.get(Api.owner(), "/orders?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("parameter-invalid"));
    }
}
