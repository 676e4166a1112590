package dev.orderstream.operations.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The gateway is as fast afterwards as it was before, however a bench ends.
class GatewayLatencyTest {

    private static final String SLOW = "{\"latency_ms\":250}";
    private static final String AS_BEFORE = "{\"latency_ms\":7}";
    private static final long SECONDS_MAX = 60;

    private final BlockingQueue<String> behaviours = new LinkedBlockingQueue<>();
    private final HttpServer gateway;

    GatewayLatencyTest() throws IOException {
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    /// A process that makes the gateway slow and then waits to be stopped.
    static final class Slowing {

        private Slowing() {}

        public static void main(String... gateway) throws IOException, InterruptedException {
            try (GatewayLatency _ =
                    GatewayLatency.set(URI.create(gateway[0]), Duration.ofMillis(250))) {
                new CountDownLatch(1).await();
            }
        }
    }

    @BeforeEach
    void start() {
        gateway.createContext("/_simulator/behaviour", this::answer);
        gateway.start();
    }

    @AfterEach
    void stop() {
        gateway.stop(0);
    }

    @Test
    void itIsPutBackInTheEnd() throws IOException, InterruptedException {
        try (GatewayLatency _ = GatewayLatency.set(address(), Duration.ofMillis(250))) {
            assertThat(next()).isEqualTo(SLOW);
        }

        assertThat(next()).isEqualTo(AS_BEFORE);
    }

    @Test
    void itIsPutBackWhenTheProcessIsToldToStop() throws IOException, InterruptedException {
        // Given
        Process slowing =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Slowing.class.getName(),
                                address().toString())
                        .inheritIO()
                        .start();
        try {
            assertThat(next()).isEqualTo(SLOW);

            // When
            slowing.destroy();

            // Then
            assertThat(slowing.waitFor(SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
            assertThat(next()).isEqualTo(AS_BEFORE);
        } finally {
            slowing.destroyForcibly();
        }
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + gateway.getAddress().getPort());
    }

    private @Nullable String next() throws InterruptedException {
        return behaviours.poll(SECONDS_MAX, TimeUnit.SECONDS);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String told =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (!told.isEmpty()) {
                behaviours.add(told);
            }
            byte[] body = AS_BEFORE.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
