package dev.orderstream.orders.testing;

import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodySubscribers;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/// A client that follows an order, as a browser's would.
public final class EventStream implements Flow.Subscriber<String>, AutoCloseable {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Integer> status = new CompletableFuture<>();
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();
    private Event next = Event.NONE;

    private EventStream() {}

    /// One event, and when it came.
    public record Event(String id, String name, String data, long atNs) {
        static final Event NONE = new Event("", "", "", 0);
    }

    public static EventStream open(String token, Object order, @Nullable String lastEventId) {
        EventStream stream = new EventStream();
        HttpRequest.Builder request =
                HttpRequest.newBuilder(
                                URI.create(
                                        "http://127.0.0.1:%d/orders/%s/events"
                                                .formatted(RestAssured.port, order)))
                        .header("Authorization", "Bearer " + token)
                        .header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        var _ =
                CLIENT.sendAsync(
                        request.build(),
                        head -> {
                            stream.status.complete(head.statusCode());
                            return BodySubscribers.fromLineSubscriber(stream);
                        });
        return stream;
    }

    /// A stream of an owner's order from its first step on.
    public static EventStream open(String owner, UUID order) {
        return open(Tokens.of("storefront", owner), order, null);
    }

    public int status() {
        return status.join();
    }

    public List<Event> events() {
        return List.copyOf(events);
    }

    /// The values of one field of the data of all steps.
    public List<String> told(String field) {
        return events.stream()
                .filter(event -> event.name().equals("step"))
                .map(event -> event.data().replaceFirst(".*\"" + field + "\":\"([^\"]*)\".*", "$1"))
                .toList();
    }

    public List<String> lines() {
        return List.copyOf(lines);
    }

    /// Whether the server ended it.
    public boolean ended() {
        return end.isDone();
    }

    @Override
    public void onSubscribe(Flow.Subscription to) {
        subscription.complete(to);
        to.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String line) {
        lines.add(line);
        String value = line.substring(line.indexOf(':') + 1).strip();
        if (line.isEmpty() && !next.name().isEmpty()) {
            events.add(next);
            next = Event.NONE;
        } else if (line.startsWith("id:")) {
            next = new Event(value, next.name(), next.data(), System.nanoTime());
        } else if (line.startsWith("event:")) {
            next = new Event(next.id(), value, next.data(), System.nanoTime());
        } else if (line.startsWith("data:")) {
            next = new Event(next.id(), next.name(), value, System.nanoTime());
        }
    }

    @Override
    public void onError(Throwable problem) {
        end.complete(null);
    }

    @Override
    public void onComplete() {
        end.complete(null);
    }

    @Override
    public void close() {
        var _ = subscription.thenAccept(Flow.Subscription::cancel);
    }
}
