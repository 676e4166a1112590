package dev.orderstream.orders.testing;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
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

    public static Response get(String owner, String path) {
        return as("storefront", owner).get(path);
    }
}
