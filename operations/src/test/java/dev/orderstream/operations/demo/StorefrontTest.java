package dev.orderstream.operations.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.orderstream.events.Money;
import dev.orderstream.operations.console.CommandFailure;
import dev.orderstream.operations.reconcile.AcceptedOrder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Waits for its service; what was not answered is asked for again, with the same key.
class StorefrontTest {

    private static final UUID ID = UUID.fromString("01990000-0000-7000-8000-000000000001");
    private static final String CREATED =
            "{\"id\":\"" + ID + "\",\"total\":{\"amount\":695,\"currency\":\"GBP\"}}";

    private final List<String> keys = new CopyOnWriteArrayList<>();
    private final List<Integer> answers = new CopyOnWriteArrayList<>();
    private final StringWriter shown = new StringWriter();
    private volatile String problem = "too-bad";
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
    void anOrderWhoseFirstPostIsUnderWayIsPostedAgain() throws InterruptedException {
        // Given
        problem = "idempotency-key-in-use";
        answers.addAll(List.of(409, 201));

        // When
        Answer answer = post();

        // Then
        assertThat(answer).isInstanceOf(Answer.Accepted.class);
        assertThat(keys).hasSize(2).containsOnly("key-1");
    }

    @Test
    void aRefusedOrderIsNotPostedAgain() throws InterruptedException {
        answers.addAll(List.of(422, 201));

        assertThat(post()).isEqualTo(new Answer.Rejected("too-bad"));
        assertThat(keys).hasSize(1);
    }

    @Test
    void aDemoWaitsForAServiceThatRestarts() throws InterruptedException {
        // Given
        answers.addAll(List.of(503, 0, 200));

        // When
        greet(Duration.ofSeconds(30));

        // Then
        assertThat(answers).isEmpty();
        assertThat(shown.toString())
                .startsWith("waiting for orders-service: http://127.0.0.1:")
                .contains("/orders answered 503.");
    }

    @Test
    void aDemoDoesNotWaitForEver() {
        server.stop(0);

        assertThatThrownBy(() -> greet(Duration.ofMillis(100)))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("/orders does not answer. ./orderstream status tells more.");
    }

    @Test
    void aDemoThatIsNotLetInDoesNotWait() {
        answers.addAll(List.of(403, 200));

        assertThatThrownBy(() -> greet(Duration.ofSeconds(30)))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("/orders answered 403.");
        assertThat(answers).containsExactly(200);
    }

    private void greet(Duration patience) throws InterruptedException {
        storefront.greet(new ProgressLine(new PrintWriter(shown, true)), patience);
    }

    private Answer post() throws InterruptedException {
        Order order = new GeneratedOrders(new Random(1)).next("pm_card_visa");
        return storefront.post(((Order.ToPost) order).request(), "key-1");
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            // The JDK's client sends a request of its own accord again on a broken connection.
            String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
            if (key != null) {
                keys.add(key);
            }
            int status = answers.removeFirst();
            if (status == 0) {
                return;
            }
            byte[] body =
                    (status == 201 ? CREATED : "{\"code\":\"" + problem + "\"}")
                            .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
