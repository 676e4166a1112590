package dev.orderstream.operations.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Many posts over few connections, each answer to its own.
class OrderPostsTest {

    private static final int ORDERS = 200;

    private final Journeys journeys = new Journeys();
    private final Set<String> keys = ConcurrentHashMap.newKeySet();
    private final HttpServer server;
    private final OrderPosts posts;
    private volatile int status = 201;

    OrderPostsTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        URI orders = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        posts = new OrderPosts(orders, "token", "key-", Bodies.ofLines(2000), journeys);
    }

    @BeforeEach
    void start() {
        journeys.measureFrom(0);
        server.createContext("/orders", this::answer);
        server.start();
    }

    @AfterEach
    void stop() throws InterruptedException {
        posts.close();
        server.stop(0);
    }

    @Test
    void everyPostIsAnsweredAndHasAKeyOfItsOwn() throws InterruptedException {
        post();

        assertThat(journeys.errors()).isEmpty();
        assertThat(new HashSet<>(journeys.accepted())).hasSize(ORDERS);
        assertThat(keys).hasSize(ORDERS).contains("key-0", "key-199");
    }

    @Test
    void whatIsNotAcceptedIsCountedByItsStatus() throws InterruptedException {
        status = 503;

        post();

        assertThat(journeys.accepted()).isEmpty();
        assertThat(journeys.errors()).containsOnlyKeys("http-503").containsValue(ORDERS);
    }

    @Test
    void aServerThatIsGoneIsCountedToo() throws InterruptedException {
        server.stop(0);

        post();

        assertThat(journeys.errors().values()).containsExactlyElementsOf(List.of(ORDERS));
    }

    private void post() throws InterruptedException {
        for (int i = 0; i < ORDERS; i++) {
            posts.post(i, System.nanoTime());
        }
        posts.await();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
            exchange.getResponseHeaders()
                    .add("Location", "http://127.0.0.1/orders/" + UUID.randomUUID());
            // Longer than what the client reads at once.
            byte[] body = new byte[100_000];
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
