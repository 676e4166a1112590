package dev.orderstream.payments.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.orderstream.delivery.outbox.Ids;
import dev.orderstream.events.Money;
import dev.orderstream.localstack.teststack.FreePorts;
import dev.orderstream.payments.gateway.Unanswered.Trouble;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StripeHttpTest {

    private static final Duration PATIENT = Duration.ofSeconds(10);
    private static final Duration HASTY = Duration.ofMillis(300);

    private HttpServer server;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @ParameterizedTest
    @CsvSource({
        "502, text/html, <html>Bad Gateway</html>, UNKNOWN",
        "503, text/html, '', BUSY",
        "429, text/plain, slow down, BUSY",
        "404, text/html, <html>Not Found</html>, MISCONFIGURED",
        "404, application/json, '{\"error\": {\"type\": \"invalid_request_error\"}}',"
                + " MISCONFIGURED",
        "400, application/json, '', MISCONFIGURED",
        "400, application/json, '{\"error\": {\"type\": \"invalid_request_error\", \"param\":"
                + " \"x\"}}', MISCONFIGURED",
        "200, application/json, '', MISCONFIGURED",
        "200, application/json, '[]', MISCONFIGURED",
        "200, application/json, '{\"id\": ', UNKNOWN",
        "200, application/json, '{}', MISCONFIGURED",
        "200, text/html, <html>Welcome</html>, MISCONFIGURED",
        "302, text/html, moved, MISCONFIGURED"
    })
    void whatIsNotTheGatewaysWordDecidesNothing(
            int status, String contentType, String body, Trouble trouble) {
        answer(exchange -> {
            exchange.getResponseHeaders().add("Content-Type", contentType);
            exchange.getResponseHeaders().add("Location", "http://127.0.0.1:1/");
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        assertThat(charged(PATIENT)).isEqualTo(trouble);
    }

    @Test
    void anAnswerThatDripsForEverIsGivenUp() {
        AtomicInteger dripped = new AtomicInteger();
        answer(exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                while (dripped.incrementAndGet() < 2_000_000) {
                    out.write(' ');
                    out.flush();
                }
            }
        });
        assertThat(charged(HASTY)).isEqualTo(Trouble.UNKNOWN);
        assertThat(dripped).hasValueLessThan(2_000_000);
    }

    @Test
    void aSilentGatewayIsGivenUpAfterTheReadTimeout() {
        answer(exchange -> {});
        assertThat(charged(HASTY)).isEqualTo(Trouble.UNKNOWN);
    }

    @Test
    void aGatewayThatIsAwayHasChargedNothing() {
        URI nobody = URI.create("http://127.0.0.1:" + FreePorts.take(1)[0]);
        assertThat(charged(nobody, PATIENT)).isEqualTo(Trouble.BUSY);
    }

    private void answer(HttpHandler handler) {
        server.createContext(
                "/",
                (HttpExchange exchange) -> {
                    exchange.getRequestBody().readAllBytes();
                    handler.handle(exchange);
                });
    }

    private Trouble charged(Duration readTimeout) {
        URI here = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return charged(here, readTimeout);
    }

    private static Trouble charged(URI address, Duration readTimeout) {
        PaymentGateway gateway =
                TestGatewayConfig.at(address).withReadTimeout(readTimeout).gateway();
        ChargeOutcome outcome =
                gateway.charge(
                        new ChargeRequest(
                                Ids.next(),
                                Ids.next(),
                                Ids.next(),
                                new Money(1999, "GBP"),
                                "pm_card_visa"));
        return ((Unanswered) outcome).trouble();
    }
}
