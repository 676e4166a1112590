package dev.orderstream.orders.webhooks;

import dev.orderstream.delivery.database.Database;
import dev.orderstream.orders.testing.Api;
import dev.orderstream.orders.testing.Receiver;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;

/// Endpoints and deliveries as a storefront sees them.
final class Hooks {

    private Hooks() {}

    record Endpoint(UUID id, String secret) {}

    /// A path of its own, at which a receiver answers with this.
    static String path(String behaviour) {
        return "/%s/%s".formatted(behaviour, UUID.randomUUID());
    }

    static Endpoint register(String owner, String path) {
        Response answer = post(owner, Receiver.origin() + path);
        answer.then().statusCode(201);
        return new Endpoint(UUID.fromString(answer.path("id")), answer.path("secret"));
    }

    static Response post(String owner, String url) {
        return postBody(owner, "{\"url\":\"%s\"}".formatted(url));
    }

    static Response postBody(String owner, String body) {
        return Api.as("storefront", owner)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/webhook-endpoints");
    }

    static Response deliveries(String owner) {
        return Api.get(owner, "/webhook-deliveries?limit=100");
    }

    /// Receivers that hang share few places: those of one test would hold up those of the next, and
    /// be called by it.
    static void forgetOpenCalls(Database database) {
        QuarkusTransaction.requiringNew()
                .run(() ->
                        database.update(
                                "DELETE FROM effect WHERE kind = ? AND state <> 'DONE'",
                                WebhookEffect.KIND));
    }

    /// What became of each attempt, oldest first.
    static List<String> outcomes(String owner) {
        return deliveries(owner).<List<String>>path("items.outcome").reversed();
    }

    static List<String> problems(String owner) {
        return deliveries(owner).<List<String>>path("items.problem").reversed();
    }
}
