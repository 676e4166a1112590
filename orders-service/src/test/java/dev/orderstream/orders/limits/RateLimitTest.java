package dev.orderstream.orders.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimitTest {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final RateLimit limit = new RateLimit(10, 20);

    @ParameterizedTest
    @ValueSource(longs = {0, Long.MAX_VALUE, Long.MAX_VALUE - 5_000_000_000L, -1})
    void aClientMayHaveABurstAndThenItsRate(long now) {
        assertThat(taken(20, now)).isEqualTo(20);
        assertThat(limit.take("a", now)).contains(Duration.ofMillis(100));
        assertThat(limit.take("a", now + SECOND / 10)).isEmpty();
        assertThat(limit.take("a", now + SECOND / 10)).isPresent();
        assertThat(taken(20, now + 2 * SECOND)).isEqualTo(19);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, Long.MAX_VALUE})
    void oneClientDoesNotSpendAnothersTokens(long now) {
        assertThat(taken(100, now)).isEqualTo(20);

        assertThat(limit.take("b", now)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, Long.MAX_VALUE - 10})
    void clientsThatAreSilentTakeNoMemory(long now) {
        LongStream.range(0, 1_000).forEach(i -> limit.take("client-" + i, now));
        assertThat(limit.clients()).isEqualTo(1_000);

        limit.take("a", now + 3 * SECOND);

        assertThat(limit.clients()).isEqualTo(1);
    }

    private long taken(int times, long now) {
        return IntStream.range(0, times).filter(i -> limit.take("a", now).isEmpty()).count();
    }
}
