package dev.orderstream.operations.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.orderstream.events.Money;
import dev.orderstream.operations.reconcile.AcceptedOrder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What was not answered is asked for again, with the same key.
class StorefrontTest {

    private static final UUID ID = UUID.fromString("01990000-0000-7000-8000-000000000001");
    private static final String CREATED =
            "{\"id\":\"" + ID + "\",\"total\":{\"amount\":695,\"currency\":\"GBP\"}}";

    private final List<String> keys = new CopyOnWriteArrayList<>();
    private final List<Integer> answers = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private Storefront storefront;

    StorefrontTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        storefront =
                new Storefront(
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort()), "token");
    }

    @BeforeEach
    void start() {
        server.createContext("/orders", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        storefront.close();
        server.stop(0);
    }

    @Test
    void anOrderIsPostedAgainWithItsKeyUntilItIsAnswered() throws InterruptedException {
        // Given
        answers.addAll(List.of(0, 503, 500, 201));

        // When
        Answer answer = post();

        // Then
        assertThat(answer)
                .isEqualTo(new Answer.Accepted(new AcceptedOrder(ID, new Money(695, "GBP"))));
        assertThat(keys).hasSize(4).containsOnly("key-1");
    }

    @Test
    void aRefusedOrderIsNotPostedAgain() throws InterruptedException {
        answers.addAll(List.of(422, 201));

        assertThat(post()).isEqualTo(new Answer.Rejected("too-bad"));
        assertThat(keys).hasSize(1);
    }

    private Answer post() throws InterruptedException {
        Order order = new GeneratedOrders(new Random(1)).next("pm_card_visa");
        return storefront.post(((Order.ToPost) order).request(), "key-1");
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            // The JDK's client sends a request of its own accord again on a broken connection.
            keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
            int status = answers.removeFirst();
            if (status == 0) {
                return;
            }
            byte[] body =
                    (status == 201 ? CREATED : "{\"code\":\"too-bad\"}")
                            .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
