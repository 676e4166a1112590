package dev.orderstream.operations.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.orderstream.operations.bench.Measuring.Measured;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What is measured ends with the time that it is measured over.
class MeasuringTest {

    private static final BenchPlan PLAN = new BenchPlan(100, Duration.ZERO, Duration.ofSeconds(2));
    private static final int ORDERS = 200;

    private final Journeys journeys = new Journeys();
    private final AtomicInteger samples = new AtomicInteger();
    private final CountDownLatch caughtUp = new CountDownLatch(1);
    private final HttpServer server;
    private final OrderPosts posts;

    MeasuringTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        URI orders = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        posts = new OrderPosts(orders, "token", "", Bodies.ofLines(1), journeys);
    }

    @BeforeEach
    void start() {
        server.createContext("/orders", this::answer);
        server.start();
    }

    @AfterEach
    void stop() throws InterruptedException {
        posts.close();
        server.stop(0);
    }

    @Test
    @Timeout(20)
    void whatIsAcceptedLaterDoesNotCount() throws InterruptedException {
        // Given
        OpenLoop loop = new OpenLoop(PLAN, posts);
        Measuring measuring =
                new Measuring(PLAN, journeys, new CpuMeter(List.of()), samples::incrementAndGet);

        // When
        Measured measured = measuring.run(loop);
        int sampled = samples.get();
        caughtUp.countDown();
        loop.await();

        // Then
        assertThat(journeys.measured()).isEqualTo(ORDERS);
        assertThat(measured.accepted()).isBetween(1, ORDERS * 4 / 5);
        assertThat(measured.rate()).isBetween(1.0, 80.0);
        assertThat(measured.worked()).isBetween(1, ORDERS * 2 / 5);
        assertThat(sampled).isPositive();
        assertThat(samples).hasValue(sampled);
        assertThat(Sustained.of(PLAN, measured, journeys, List.of(), 0)).isFalse();
    }

    /// One in five waits for what is measured to be over; half of the others are paid for.
    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            int index = Integer.parseInt(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
            UUID order = new UUID(1, index);
            if (index % 5 == 0) {
                caughtUp.await();
            } else if (index % 5 < 3) {
                journeys.paid(order, System.nanoTime());
            }
            exchange.getResponseHeaders().add("Location", "http://127.0.0.1/orders/" + order);
            exchange.sendResponseHeaders(201, -1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
