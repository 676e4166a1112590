package dev.orderstream.payments.charging;

import dev.orderstream.delivery.effects.Attempt;
import dev.orderstream.delivery.effects.Backoff;
import dev.orderstream.delivery.effects.Effect;
import dev.orderstream.payments.gateway.Unanswered;
import dev.orderstream.payments.gateway.Unanswered.Trouble;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/// When a call that got no answer is made again: backoff with jitter, never before the gateway
/// asked for.
@ApplicationScoped
class Repeating {

    private static final Logger LOG = Logger.getLogger(Repeating.class);

    /// A wrong key fails every call: once in a while is loud enough.
    private static final Duration ALARM_INTERVAL = Duration.ofSeconds(30);

    private final ChargingConfig config;
    private final Clock clock;
    private final AtomicLong alarmedMillis = new AtomicLong();

    Repeating(ChargingConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /// The time as the database keeps it.
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    <R> Attempt<R> after(Unanswered unanswered, Effect<?> effect) {
        if (unanswered.trouble() == Trouble.MISCONFIGURED) {
            alarm(unanswered, effect);
        }
        return Attempt.again(
                delay(unanswered, effect.attempt()),
                unanswered.trouble() + ": " + unanswered.problem());
    }

    /// Not trouble: a customer takes time. The last look is when the time is over.
    <R> Attempt<R> whileCustomerIsAway(Effect<?> effect, Duration left) {
        Duration backoff = Backoff.after(effect.attempt(), config.actionPollMax());
        boolean last = backoff.compareTo(left) > 0 && left.isPositive();
        return Attempt.again(
                last ? left : backoff, AuthenticationEffect.WAITING + ": for the customer");
    }

    private Duration delay(Unanswered unanswered, int attempt) {
        Duration backoff = Backoff.after(attempt, config.backoffMax());
        Duration asked = unanswered.retryAfter();
        // Those that were told the same wait must not all come back in the same moment.
        return asked == null ? backoff : asked.plus(Backoff.after(attempt, Duration.ofSeconds(1)));
    }

    private void alarm(Unanswered unanswered, Effect<?> effect) {
        long now = clock.millis();
        long last = alarmedMillis.get();
        if (now - last > ALARM_INTERVAL.toMillis() && alarmedMillis.compareAndSet(last, now)) {
            LOG.errorf(
                    "an operator must act: the gateway refuses effect %s of order %s (%s)",
                    effect.id(), effect.orderId(), unanswered.problem());
        }
    }
}
