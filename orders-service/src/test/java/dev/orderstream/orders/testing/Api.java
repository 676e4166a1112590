package dev.orderstream.orders.testing;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;

/// The service's API as a storefront calls it.
public final class Api {

    private Api() {}

    public static String owner() {
        return "shop-" + UUID.randomUUID();
    }

    public static RequestSpecification as(String role, String subject) {
        return given().auth().oauth2(Tokens.of(role, subject));
    }

    public static Response post(String owner, String key, String body) {
        return as("storefront", owner)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(body)
                .post("/orders");
    }

    /// A new order of this owner.
    public static UUID placed(String owner) {
        String id =
                post(owner, UUID.randomUUID().toString(), Bodies.good())
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        return UUID.fromString(id);
    }

    /// An endpoint for webhooks of this owner; a new one only if there is none.
    public static String endpoint(String owner) {
        List<String> known = get(owner, "/webhook-endpoints").path("items.id");
        return known.isEmpty()
                ? as("storefront", owner)
                        .contentType(ContentType.JSON)
                        .body(Bodies.endpoint())
                        .post("/webhook-endpoints")
                        .path("id")
                : known.getFirst();
    }

    public static Response get(String owner, String path) {
        return as("storefront", owner).get(path);
    }
}
