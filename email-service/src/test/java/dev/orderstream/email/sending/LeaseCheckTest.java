package dev.orderstream.email.sending;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/// A mail takes less time than its lease gives it.
class LeaseCheckTest {

    @Test
    void aLeaseThatIsLongEnoughIsAccepted() {
        assertThatCode(() -> check(25, 25, 60)).doesNotThrowAnyException();
        assertThatCode(() -> check(30, 25, 60)).doesNotThrowAnyException();
    }

    @Test
    void aLeaseThatCouldRunOutOverAMailStopsTheStartAndSaysWhatToChange() {
        assertThatThrownBy(() -> check(31, 25, 60))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll(
                        "orderstream.effects.lease is PT1M, and must be PT1M1S at least",
                        "email.smtp.delivery-timeout PT31S",
                        "email.smtp.accept-timeout PT25S");
    }

    private static void check(int delivery, int accept, int lease) {
        LeaseCheck.check(
                Duration.ofSeconds(delivery),
                Duration.ofSeconds(accept),
                Duration.ofSeconds(lease));
    }
}
