package dev.orderstream.payments.charging;

import dev.orderstream.delivery.effects.Attempt;
import dev.orderstream.delivery.effects.Effect;
import dev.orderstream.payments.charging.PaymentFacts.ActionRequired;
import dev.orderstream.payments.charging.PaymentFacts.Captured;
import dev.orderstream.payments.charging.PaymentFacts.Declined;
import dev.orderstream.payments.charging.PaymentFacts.RefundFailed;
import dev.orderstream.payments.charging.PaymentFacts.Refunded;
import dev.orderstream.payments.charging.PaymentFacts.Said;
import dev.orderstream.payments.charging.PaymentFacts.Withdrawn;
import dev.orderstream.payments.gateway.ChargeOutcome;
import dev.orderstream.payments.gateway.RefundOutcome;
import dev.orderstream.payments.gateway.Unanswered;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/// Turns what the gateway says into facts: only its own word makes a payment succeed or fail.
@ApplicationScoped
class Outcomes {

    private final ChargingConfig config;
    private final Repeating repeating;

    Outcomes(ChargingConfig config, Repeating repeating) {
        this.config = config;
        this.repeating = repeating;
    }

    Attempt<Said> attempt(ChargeOutcome outcome, Effect<?> effect) {
        return outcome instanceof Unanswered unanswered
                ? repeating.after(unanswered, effect)
                : Attempt.answered(said(outcome).orElseThrow());
    }

    Attempt<Said> attempt(RefundOutcome outcome, Effect<?> effect) {
        return outcome instanceof Unanswered unanswered
                ? repeating.after(unanswered, effect)
                : Attempt.answered(said(outcome).orElseThrow());
    }

    /// Empty where nothing is certain yet.
    Optional<Said> said(ChargeOutcome outcome) {
        Instant now = repeating.now();
        return switch (outcome) {
            case ChargeOutcome.Captured(var reference) -> Optional.of(new Captured(reference, now));
            case ChargeOutcome.Declined(var reason, var reference) ->
                    Optional.of(new Declined(reason.code(), reference, now));
            case ChargeOutcome.ActionRequired(var reference, var url) ->
                    Optional.of(
                            new ActionRequired(
                                    reference, url, now.plus(config.actionExpiresAfter())));
            case ChargeOutcome.Withdrawn(var reference) ->
                    Optional.of(new Withdrawn(reference, now));
            case Unanswered _ -> Optional.empty();
        };
    }

    /// Empty where nothing is certain yet.
    Optional<Said> said(RefundOutcome outcome) {
        Instant now = repeating.now();
        return switch (outcome) {
            case RefundOutcome.Refunded(var reference) -> Optional.of(new Refunded(reference, now));
            case RefundOutcome.Failed(var reference) ->
                    Optional.of(new RefundFailed(reference, now));
            case Unanswered _ -> Optional.empty();
        };
    }
}
