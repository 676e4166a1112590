package dev.orderstream.payments.charging;

import dev.orderstream.delivery.effects.Attempt;
import dev.orderstream.delivery.effects.Effect;
import dev.orderstream.delivery.effects.EffectHandler;
import dev.orderstream.delivery.effects.Performed;
import dev.orderstream.payments.charging.PaymentFacts.Said;
import dev.orderstream.payments.gateway.ChargeOutcome;
import dev.orderstream.payments.gateway.ChargeRequest;
import dev.orderstream.payments.gateway.PaymentGateway;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/// Charges a card; a charge without an answer is repeated with the same key, and looked for when
/// the key may be forgotten.
@ApplicationScoped
class ChargeEffect implements EffectHandler<ChargeInput, Said> {

    private final PaymentGateway gateway;
    private final Payments payments;
    private final Learning learning;
    private final Outcomes outcomes;
    private final GivingUp givingUp;

    ChargeEffect(
            PaymentGateway gateway,
            Payments payments,
            Learning learning,
            Outcomes outcomes,
            GivingUp givingUp) {
        this.gateway = gateway;
        this.payments = payments;
        this.learning = learning;
        this.outcomes = outcomes;
        this.givingUp = givingUp;
    }

    @Override
    public String kind() {
        return Calls.CHARGE;
    }

    @Override
    public Class<ChargeInput> inputType() {
        return ChargeInput.class;
    }

    @Override
    public Attempt<Said> perform(Effect<ChargeInput> effect) {
        // A webhook may have told what an earlier attempt was not told.
        Optional<Said> told =
                effect.attempt() == 1 ? Optional.empty() : payments.said(effect.orderId());
        return told.isPresent()
                ? Attempt.answered(told.get())
                : outcomes.attempt(outcome(effect), effect);
    }

    private ChargeOutcome outcome(Effect<ChargeInput> effect) {
        ChargeInput input = effect.input();
        if (givingUp.isDue(effect)) {
            return gateway.find(input.paymentId()).orElseGet(() -> givingUp.notFound(effect));
        }
        return gateway.charge(
                new ChargeRequest(
                        effect.id(),
                        effect.orderId(),
                        input.paymentId(),
                        input.amount(),
                        input.paymentMethod()));
    }

    @Override
    public void record(List<Performed<ChargeInput, Said>> performed) {
        learning.learnAnswers(performed);
    }
}
