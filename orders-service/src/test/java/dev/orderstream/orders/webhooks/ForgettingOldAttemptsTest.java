package dev.orderstream.orders.webhooks;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForgettingOldAttemptsTest {

    private static final List<Duration> WAITS = List.of(Duration.ofHours(1), Duration.ofHours(2));

    @Test
    void aLogThatForgetsBeforeTheLastWaitIsRefused() {
        assertThatThrownBy(() -> ForgettingOldAttempts.check(Duration.ofHours(5), WAITS))
                .hasMessageContaining("orders.webhooks.retention")
                .hasMessageContaining("PT3H");
        assertThatCode(() -> ForgettingOldAttempts.check(Duration.ofHours(6), WAITS))
                .doesNotThrowAnyException();
    }
}
