package dev.orderstream.orders.problems;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderstream.orders.testing.Api;
import dev.orderstream.orders.testing.RawHttp;
import dev.orderstream.orders.testing.StackResource;
import dev.orderstream.orders.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Ten thousand requests that mean no good.
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class HostileIT {

    private static final int REQUESTS = 10_000;
    private static final int AT_ONCE = 8;
    private static final long GROWTH_BYTES_MAX = 48L * 1024 * 1024;

    /// What only somebody inside would know.
    private static final Pattern LEAK =
            Pattern.compile(
                    "Exception|java\\.|dev\\.orderstream|io\\.(quarkus|vertx)|jackson|hibernate"
                            + "|postgres|SELECT |INSERT |\\tat |customer_order\\b(?!;)");

    private final ConcurrentHashMap<Integer, AtomicInteger> statuses = new ConcurrentHashMap<>();

    @Test
    void noneIsAnsweredWithAFaultOfOursOrALeakAndNothingIsKept() throws Exception {
        long seed = ThreadLocalRandom.current().nextLong();
        System.out.println("seed of the hostile requests: " + seed);
        String token = Tokens.of("storefront", Api.owner());
        send(seed + AT_ONCE, token, REQUESTS / 10);
        long before = heapBytes();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> senders = new ArrayList<>();
            IntStream.range(0, AT_ONCE)
                    .forEach(i ->
                            senders.add(
                                    threads.submit(
                                            () -> send(seed + i, token, REQUESTS / AT_ONCE))));
            for (Future<?> sender : senders) {
                sender.get();
            }
        }

        long growth = heapBytes() - before;
        System.out.println("answers by status: " + statuses + ", heap grew by " + growth);
        assertThat(growth).isLessThan(GROWTH_BYTES_MAX);
        assertThat(statuses.keySet()).contains(201, 400, 401, 404, 415, 422);
        assertThat(statuses.getOrDefault(0, new AtomicInteger()).get()).isLessThan(REQUESTS / 20);
        Api.get(Api.owner(), "/orders").then().statusCode(200);
    }

    private void send(long seed, String token, int times) {
        HostileRequests requests = new HostileRequests(seed);
        for (int i = 0; i < times; i++) {
            byte[] request = requests.next(token);
            RawHttp.Answer answer = RawHttp.exchange(request);
            assertThat(answer.status()).as(text(request) + answer.body()).isLessThan(500);
            assertThat(answer.status() >= 400 && LEAK.matcher(answer.body()).find())
                    .as(text(request) + answer.body())
                    .isFalse();
            statuses.computeIfAbsent(answer.status(), _ -> new AtomicInteger()).incrementAndGet();
        }
    }

    private static String text(byte[] request) {
        String text = new String(request, StandardCharsets.ISO_8859_1);
        return text.substring(0, Math.min(text.length(), 4_000));
    }

    private static long heapBytes() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
