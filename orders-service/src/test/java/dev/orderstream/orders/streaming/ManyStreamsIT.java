package dev.orderstream.orders.streaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderstream.orders.testing.Api;
import dev.orderstream.orders.testing.EventStream;
import dev.orderstream.orders.testing.Rows;
import dev.orderstream.orders.testing.StackResource;
import dev.orderstream.orders.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A thousand customers who look at their orders at once.
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ManyStreamsIT {

    private static final Duration BOUND = Duration.ofSeconds(30);
    private static final int PER_CLIENT = 500;

    /// Both ends of all streams, as they are in this process.
    private static final long HEAP_BYTES_MAX = 100L * 1024 * 1024;

    private static final long LATENCY_MS_MAX = 1_000;

    @Inject OpenStreams open;
    @Inject Rows rows;

    @Test
    void aThousandStreamsHearOfEachStepWithinASecondAndNoMoreAreTaken() {
        await().atMost(BOUND).until(() -> open.count() == 0);
        List<String> owners = List.of(Api.owner(), Api.owner());
        List<EventStream> streams = new ArrayList<>();
        long before = heapBytes();
        try {
            for (String owner : owners) {
                String token = Tokens.of("storefront", owner);
                orders(owner).forEach(id -> streams.add(EventStream.open(token, id, null)));
            }
            awaitSteps(streams, 1);
            long heap = heapBytes() - before;

            List<Long> latencies =
                    Stream.of(2, 3, 4).flatMap(n -> told(owners, streams, n)).toList();

            report(heap, latencies);
            assertThat(heap).isLessThan(HEAP_BYTES_MAX);
            assertThat(latencies).hasSize(3 * streams.size());
            assertThat(latencies).allMatch(latency -> latency < LATENCY_MS_MAX);
            refuses(owners.getFirst(), 429);
            refuses(Api.owner(), 503);
        } finally {
            streams.forEach(EventStream::close);
        }
        await().atMost(BOUND).until(() -> open.count() == 0);
    }

    private static void refuses(String owner, int status) {
        var answer = Api.get(owner, "/orders/" + Api.placed(owner) + "/events");

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.header("Retry-After")).isEqualTo("10");
    }

    /// Stores a step of every order and returns how many milliseconds later each stream had it.
    private Stream<Long> told(List<String> owners, List<EventStream> streams, int step) {
        long beginNs = System.nanoTime();
        rows.texts(
                """
                INSERT INTO timeline_entry
                SELECT id, uuidv7(), now(), 'EMAIL_SENT', 'A mail.' FROM customer_order
                WHERE owner = ANY(?::text[]) RETURNING order_id
                """,
                owners);
        awaitSteps(streams, step);
        return streams.stream()
                .map(stream ->
                        TimeUnit.NANOSECONDS.toMillis(
                                stream.events().get(step - 1).atNs() - beginNs))
                .sorted();
    }

    private static void awaitSteps(List<EventStream> streams, int steps) {
        await().atMost(BOUND)
                .until(() -> streams.stream().allMatch(stream -> stream.events().size() == steps));
    }

    /// Copies of one order.
    private List<String> orders(String owner) {
        UUID order = Api.placed(owner);
        List<String> ids = new ArrayList<>(List.of(order.toString()));
        ids.addAll(
                rows.texts(
                        """
                        WITH placed AS (
                          INSERT INTO customer_order
                          SELECT uuidv7(), owner, placed_at, content, currency, total_minor
                          FROM customer_order, generate_series(2, ?) WHERE id = ? RETURNING id
                        ), started AS (
                          INSERT INTO order_state SELECT placed.id, status, facts, false, updated_at
                          FROM placed, order_state WHERE order_id = ?
                        ), told AS (
                          INSERT INTO timeline_entry
                          SELECT id, uuidv7(), now(), 'ORDER_PLACED', 'Placed.' FROM placed
                        )
                        SELECT id FROM placed
                        """,
                        PER_CLIENT,
                        order,
                        order));
        return ids;
    }

    private static void report(long heapBytes, List<Long> latenciesMs) {
        List<Long> sorted = latenciesMs.stream().sorted().toList();
        System.out.printf(
                "%d steps to 1000 streams: p50 %d ms, p99 %d ms, max %d ms; %d KiB of heap%n",
                sorted.size(),
                sorted.get(sorted.size() / 2),
                sorted.get(sorted.size() * 99 / 100),
                sorted.getLast(),
                heapBytes / 1024);
    }

    private static long heapBytes() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
