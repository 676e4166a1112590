package dev.orderstream.operations.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.orderstream.events.Money;
import dev.orderstream.operations.console.CommandFailure;
import dev.orderstream.operations.placing.OrderRequest;
import dev.orderstream.operations.reconcile.AcceptedOrder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// Posts orders as a careful client does: what was not answered is asked for again with its key.
final class Storefront implements AutoCloseable {

    /// Longer than any process of the stack needs to come back.
    static final Duration GIVE_UP_AFTER = Duration.ofSeconds(120);

    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(15);
    private static final Duration PAUSE_MAX = Duration.ofSeconds(2);
    private static final Duration GREETING_PAUSE = Duration.ofMillis(250);
    private static final int AT_ONCE_MAX = 256;
    private static final int OK = 200;
    private static final int TOO_MANY_REQUESTS = 429;

    /// An earlier request with the same key is under way: nobody knows yet what comes of it.
    private static final String KEY_IN_USE = "idempotency-key-in-use";

    private static final String UNANSWERED = "unanswered ";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();
    private final Semaphore places = new Semaphore(AT_ONCE_MAX);
    private final URI orders;
    private final String token;

    Storefront(URI orders, String token) {
        this.orders = orders.resolve("/orders");
        this.token = token;
    }

    /// Waits until the API is there and lets us in.
    ///
    /// @param patience how long orders-service may be away
    void greet(ProgressLine progress, Duration patience) throws InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(orders + "?limit=1"))
                        .header("Authorization", "Bearer " + token)
                        .timeout(REQUEST_TIMEOUT)
                        .build();
        long giveUpAt = System.nanoTime() + patience.toNanos();
        for (String away = away(request); away != null; away = away(request)) {
            if (System.nanoTime() > giveUpAt) {
                throw CommandFailure.failed(away + " ./orderstream status tells more.");
            }
            progress.show("waiting for orders-service: " + away);
            Thread.sleep(GREETING_PAUSE);
        }
    }

    /// What says that orders-service is not there yet, or null when it answers.
    private @Nullable String away(HttpRequest request) throws InterruptedException {
        try {
            int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            String answer = orders + " answered " + status + ".";
            if (status != OK && !mayChange(status)) {
                throw CommandFailure.failed(answer);
            }
            return status == OK ? null : answer;
        } catch (IOException e) {
            return orders + " does not answer.";
        }
    }

    /// Posts until there is an answer, or for too long.
    ///
    /// @param key the same for the same order, whoever posts it
    Answer post(OrderRequest order, String key) throws InterruptedException {
        HttpRequest request = request(order, key);
        long giveUpAt = System.nanoTime() + GIVE_UP_AFTER.toNanos();
        Duration pause = Duration.ofMillis(50);
        while (true) {
            Answer answer = once(request);
            if (!(answer instanceof Answer.Unanswered) || System.nanoTime() > giveUpAt) {
                return answer;
            }
            Thread.sleep(pause);
            pause = pause.compareTo(PAUSE_MAX) < 0 ? pause.multipliedBy(2) : PAUSE_MAX;
        }
    }

    /// How the order stands; empty when nobody answers.
    JsonNode view(UUID order) throws InterruptedException {
        HttpRequest request = authorized(order.toString()).build();
        places.acquire();
        try {
            HttpResponse<String> response =
                    client.send(request, HttpResponse.BodyHandlers.ofString());
            return MAPPER.readTree(response.statusCode() == 200 ? response.body() : "{}");
        } catch (IOException e) {
            return MAPPER.createObjectNode();
        } finally {
            places.release();
        }
    }

    /// Asks for a cancellation until there is an answer, or for too long.
    ///
    /// @return `accepted`, or the code of the problem that speaks against it
    String cancel(UUID order) throws InterruptedException {
        HttpRequest request =
                authorized(order + "/cancellation")
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build();
        long giveUpAt = System.nanoTime() + GIVE_UP_AFTER.toNanos();
        Duration pause = Duration.ofMillis(50);
        while (true) {
            String answer = cancelOnce(request);
            if (!answer.startsWith(UNANSWERED) || System.nanoTime() > giveUpAt) {
                return answer;
            }
            Thread.sleep(pause);
            pause = pause.compareTo(PAUSE_MAX) < 0 ? pause.multipliedBy(2) : PAUSE_MAX;
        }
    }

    private String cancelOnce(HttpRequest request) throws InterruptedException {
        places.acquire();
        try {
            HttpResponse<String> response =
                    client.send(request, HttpResponse.BodyHandlers.ofString());
            int status = response.statusCode();
            if (status / 100 == 2) {
                return "accepted";
            }
            return status >= 500 || status == TOO_MANY_REQUESTS
                    ? UNANSWERED + "http-" + status
                    : MAPPER.readTree(response.body()).path("code").asText("http-" + status);
        } catch (IOException e) {
            return UNANSWERED + e.getClass().getSimpleName();
        } finally {
            places.release();
        }
    }

    private HttpRequest.Builder authorized(String path) {
        return HttpRequest.newBuilder(URI.create(orders + "/" + path))
                .header("Authorization", "Bearer " + token)
                .timeout(REQUEST_TIMEOUT);
    }

    private HttpRequest request(OrderRequest order, String key) {
        return HttpRequest.newBuilder(orders)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .timeout(REQUEST_TIMEOUT)
                .POST(HttpRequest.BodyPublishers.ofString(order.json()))
                .build();
    }

    private Answer once(HttpRequest request) throws InterruptedException {
        places.acquire();
        try {
            return answer(client.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            return new Answer.Unanswered(e.getClass().getSimpleName());
        } finally {
            places.release();
        }
    }

    private static Answer answer(HttpResponse<String> response) throws JsonProcessingException {
        int status = response.statusCode();
        if (status == 201) {
            return new Answer.Accepted(order(MAPPER.readTree(response.body())));
        }
        String reason = RejectionReason.of(status, response.body());
        return mayChange(status) || reason.equals(KEY_IN_USE)
                ? new Answer.Unanswered("http-" + status)
                : new Answer.Rejected(reason);
    }

    private static boolean mayChange(int status) {
        return status >= 500 || status == TOO_MANY_REQUESTS;
    }

    private static AcceptedOrder order(JsonNode order) {
        JsonNode total = order.path("total");
        return new AcceptedOrder(
                UUID.fromString(order.path("id").asText()),
                new Money(total.path("amount").asLong(), total.path("currency").asText()));
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
