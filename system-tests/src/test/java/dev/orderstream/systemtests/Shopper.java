package dev.orderstream.systemtests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A storefront's program: it knows the public API and nothing else.
final class Shopper implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration ANSWER_MAX = Duration.ofSeconds(10);
    private static final String ORDER =
            """
            {"customer": {"name": "Ada", "email": "ada@example.org"},
             "shippingAddress": {"postalCode": "%s", "country": "GB"},
             "lines": [{"sku": "LANTERN", "description": "Garden lantern", "quantity": 2,
                        "unitPrice": {"amount": 1250, "currency": "GBP"}}],
             "paymentMethod": "pm_card_visa"}
            """;

    private final HttpClient client = HttpClient.newHttpClient();
    private final String token;

    private Shopper(String token) {
        this.token = token;
    }

    /// Somebody with no orders yet.
    static Shopper of(RunningStack stack, String name) throws IOException, InterruptedException {
        String subject = name + "-" + System.nanoTime();
        RunningStack.Answer token =
                stack.command("token", "--role", "storefront", "--subject", subject);
        return new Shopper(token.out().strip());
    }

    /// Sends an order; whoever has no answer gets an [IOException].
    HttpResponse<String> place(URI shop, String key, String postalCode)
            throws IOException, InterruptedException {
        return client.send(
                request(shop.resolve("/orders"))
                        .header("Idempotency-Key", key)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(ORDER.formatted(postalCode)))
                        .build(),
                BodyHandlers.ofString());
    }

    JsonNode read(URI shop, String path) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                client.send(request(shop.resolve(path)).build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(path + " was answered " + answer.statusCode());
        }
        return JSON.readTree(answer.body());
    }

    /// The ids of all orders, page by page.
    List<String> orders(URI shop) throws IOException, InterruptedException {
        List<String> ids = new ArrayList<>();
        JsonNode page = read(shop, "/orders?limit=100");
        while (true) {
            page.path("items").forEach(order -> ids.add(order.path("id").asText()));
            if (!page.has("next")) {
                return ids;
            }
            page = read(shop, "/orders?limit=100&cursor=" + page.path("next").asText());
        }
    }

    /// The request for an order's stream from behind the last event that came.
    HttpRequest stream(URI shop, String order, String lastEventId) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(shop.resolve("/orders/" + order + "/events"))
                        .header("Authorization", "Bearer " + token);
        return (lastEventId.isEmpty() ? request : request.header("Last-Event-ID", lastEventId))
                .build();
    }

    HttpClient client() {
        return client;
    }

    private HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address)
                .timeout(ANSWER_MAX)
                .header("Authorization", "Bearer " + token);
    }

    static String id(HttpResponse<String> placed) throws IOException {
        return JSON.readTree(placed.body()).path("id").asText();
    }

    /// A stream that is still open is broken off.
    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }
}
