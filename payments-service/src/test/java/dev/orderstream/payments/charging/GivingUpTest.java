package dev.orderstream.payments.charging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderstream.delivery.effects.Effect;
import dev.orderstream.delivery.outbox.Cause;
import dev.orderstream.payments.gateway.ChargeOutcome.Declined;
import dev.orderstream.payments.gateway.FailureReason;
import dev.orderstream.payments.gateway.Unanswered;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// How long a charge is asked for, since it was asked for first.
class GivingUpTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    /// Made days before: the milliseconds of a UUIDv7 come first.
    private static final UUID OLD = UUID.fromString("019a0000-0000-7000-8000-000000000001");

    private final GivingUp givingUp =
            new GivingUp(new Patience(), Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void aChargeThatWaitedForDaysIsAskedForLikeANewOne() {
        assertThat(givingUp.isDue(begun(Duration.ZERO, 1))).isFalse();
        assertThat(givingUp.isDue(begun(Duration.ofMinutes(1), 2))).isFalse();
        assertThat(givingUp.notFound(begun(Duration.ofMinutes(1), 2)))
                .isInstanceOf(Unanswered.class);
    }

    @Test
    void itIsNotAskedForAgainWhenTheGatewayMayHaveForgottenTheKey() {
        assertThat(givingUp.isDue(begun(Duration.ofHours(12), 9))).isFalse();
        assertThat(givingUp.isDue(begun(Duration.ofHours(12).plusSeconds(1), 9))).isTrue();
        // Whoever was suspended between taking it and asking must not ask either.
        assertThat(givingUp.isDue(begun(Duration.ofHours(13), 1))).isTrue();
    }

    @Test
    void itIsNotThereWhenTheSearchMustHaveFoundIt() {
        assertThat(givingUp.notFound(begun(Duration.ofHours(13), 9)))
                .isInstanceOf(Unanswered.class);
        assertThat(givingUp.notFound(begun(Duration.ofHours(13).plusSeconds(1), 9)))
                .isEqualTo(new Declined(FailureReason.GATEWAY_UNAVAILABLE, null));
    }

    private static Effect<String> begun(Duration ago, int attempt) {
        return new Effect<>(
                OLD, UUID.randomUUID(), "1", "input", attempt, NOW.minus(ago), Cause.request(null));
    }

    private record Patience() implements ChargingConfig {

        @Override
        public Duration backoffMax() {
            return Duration.ofSeconds(30);
        }

        @Override
        public Duration actionExpiresAfter() {
            return Duration.ofHours(1);
        }

        @Override
        public Duration actionPollMax() {
            return Duration.ofMinutes(1);
        }

        @Override
        public Duration giveUpAfter() {
            return Duration.ofHours(12);
        }

        @Override
        public Duration missingAfter() {
            return Duration.ofHours(1);
        }
    }
}
