package dev.orderstream.operations.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OpenLoopTest {

    @Test
    void theTimeOfTheLastOrderIsPartOfThePlan() throws IOException, InterruptedException {
        // Given
        Journeys journeys = new Journeys();
        BenchPlan plan = new BenchPlan(4, Duration.ZERO, Duration.ofMillis(500));
        URI nobody = URI.create("http://127.0.0.1:1");
        try (OrderPosts posts =
                new OrderPosts(nobody, "token", "key-", Bodies.ofLines(1), journeys)) {
            OpenLoop loop = new OpenLoop(plan, posts);
            long start = System.nanoTime();

            // When
            loop.post(plan.measured());

            // Then
            assertThat(loop.next()).isEqualTo(2);
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isGreaterThanOrEqualTo(plan.measured());
        }
    }
}
