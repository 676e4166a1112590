package dev.orderstream.payments.charging;

import dev.orderstream.delivery.effects.Effect;
import dev.orderstream.payments.gateway.ChargeOutcome;
import dev.orderstream.payments.gateway.FailureReason;
import dev.orderstream.payments.gateway.Unanswered;
import dev.orderstream.payments.gateway.Unanswered.Trouble;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/// When a charge without an answer is asked for no more, and when one that is not found is not
/// there.
///
/// The gateway forgets a key after 24 hours: the same request would then charge a second time.
@ApplicationScoped
class GivingUp {

    private final ChargingConfig config;
    private final Clock clock;

    GivingUp(ChargingConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    boolean isDue(Effect<?> effect) {
        return age(effect).compareTo(config.giveUpAfter()) > 0;
    }

    /// What it means that the gateway's search knows no such charge.
    ChargeOutcome notFound(Effect<?> effect) {
        Duration certain = config.giveUpAfter().plus(config.missingAfter());
        return age(effect).compareTo(certain) > 0
                ? new ChargeOutcome.Declined(FailureReason.GATEWAY_UNAVAILABLE, null)
                : new Unanswered(Trouble.UNKNOWN, "not found yet", null);
    }

    /// Since the key may have been used: a charge that waited, however long, is asked for as if it
    /// were new.
    private Duration age(Effect<?> effect) {
        return Duration.between(effect.begunAt(), clock.instant());
    }
}
