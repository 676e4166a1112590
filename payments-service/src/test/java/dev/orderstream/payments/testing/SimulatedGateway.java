package dev.orderstream.payments.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.UUID;

/// The gateway simulator's control desk: how it behaves, and what its own books say.
public record SimulatedGateway(URI address) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    /// What the gateway's ledger says of one payment intent.
    public record Row(
            String reference,
            String status,
            long captured,
            int charges,
            long refunded,
            int refunds) {}

    /// Forgets all payments and misbehaviour.
    public void reset() {
        send("POST", "/_simulator/reset", "");
    }

    /// Changes how it behaves, in the words of its control endpoint.
    public void behave(String json) {
        send("PUT", "/_simulator/behaviour", json);
    }

    /// The customer tells the bank that it is right.
    public void approve(String reference) {
        send("POST", "/_simulator/payment_intents/" + reference + "/approve", "");
    }

    /// The customer tells the bank that it is wrong.
    public void reject(String reference) {
        send("POST", "/_simulator/payment_intents/" + reference + "/reject", "");
    }

    /// All payment intents of an order.
    public List<Row> ledger(UUID orderId) {
        return send("GET", "/_simulator/ledger", "")
                .get("rows")
                .valueStream()
                .filter(row -> row.get("order_id").asText().equals(orderId.toString()))
                .map(row ->
                        new Row(
                                row.get("payment_intent").asText(),
                                row.get("status").asText(),
                                row.get("captured").asLong(),
                                row.get("successful_charges").asInt(),
                                row.get("refunded").asLong(),
                                row.get("refunds").asInt()))
                .toList();
    }

    private JsonNode send(String method, String path, String body) {
        try {
            var request =
                    HttpRequest.newBuilder(address.resolve(path))
                            .method(method, BodyPublishers.ofString(body))
                            .header("Content-Type", "application/json")
                            .build();
            var answer = HTTP.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
            return answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
