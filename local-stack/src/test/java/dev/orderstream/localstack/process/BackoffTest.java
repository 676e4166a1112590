package dev.orderstream.localstack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private static final Duration AT_ONCE = Duration.ofMillis(1);

    private final Backoff backoff = new Backoff();

    @Test
    void eachEarlyEndDoublesTheWait() {
        assertThat(backoff.after(AT_ONCE)).isEqualTo(Duration.ofMillis(200));
        assertThat(backoff.after(AT_ONCE)).isEqualTo(Duration.ofMillis(400));
    }

    @Test
    void noWaitIsLongerThanFiveSeconds() {
        assertThat(IntStream.range(0, 20).mapToObj(_ -> backoff.after(AT_ONCE)))
                .allMatch(wait -> wait.compareTo(Duration.ofSeconds(5)) <= 0)
                .last()
                .isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void aChildThatLastedIsStartedAgainSoon() {
        IntStream.range(0, 10).forEach(_ -> backoff.after(AT_ONCE));

        assertThat(backoff.after(Duration.ofSeconds(30))).isEqualTo(Duration.ofMillis(200));
    }
}
