package dev.orderstream.payments.charging;

import dev.orderstream.delivery.effects.Attempt;
import dev.orderstream.delivery.effects.Effect;
import dev.orderstream.delivery.effects.EffectHandler;
import dev.orderstream.delivery.effects.Performed;
import dev.orderstream.payments.charging.PaymentFacts.Answer;
import dev.orderstream.payments.charging.PaymentFacts.Said;
import dev.orderstream.payments.gateway.CancelReason;
import dev.orderstream.payments.gateway.ChargeOutcome;
import dev.orderstream.payments.gateway.PaymentGateway;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Waits for a customer who is with the bank, and calls the charge off when the time is over.
@ApplicationScoped
class AuthenticationEffect implements EffectHandler<AuthenticationInput, Said> {

    /// Begins what is written down about a wait that is nobody's trouble.
    static final String WAITING = "WAITING";

    private final PaymentGateway gateway;
    private final Payments payments;
    private final Learning learning;
    private final Outcomes outcomes;
    private final Repeating repeating;

    AuthenticationEffect(
            PaymentGateway gateway,
            Payments payments,
            Learning learning,
            Outcomes outcomes,
            Repeating repeating) {
        this.gateway = gateway;
        this.payments = payments;
        this.learning = learning;
        this.outcomes = outcomes;
        this.repeating = repeating;
    }

    @Override
    public String kind() {
        return Calls.AUTHENTICATION;
    }

    @Override
    public Class<AuthenticationInput> inputType() {
        return AuthenticationInput.class;
    }

    @Override
    public Attempt<Said> perform(Effect<AuthenticationInput> effect) {
        Optional<Answer> told = payments.answer(effect.orderId());
        if (told.isPresent()) {
            return Attempt.answered(told.get());
        }
        String charge = effect.input().chargeReference();
        Instant now = repeating.now();
        Instant expiresAt = effect.input().expiresAt();
        ChargeOutcome outcome =
                now.isBefore(expiresAt)
                        ? gateway.look(charge)
                        : gateway.cancel(charge, CancelReason.ABANDONED);
        return outcome instanceof ChargeOutcome.ActionRequired
                ? repeating.whileCustomerIsAway(effect, Duration.between(now, expiresAt))
                : outcomes.attempt(outcome, effect);
    }

    @Override
    public void record(List<Performed<AuthenticationInput, Said>> performed) {
        learning.learnAnswers(performed);
    }
}
