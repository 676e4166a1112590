package dev.orderstream.payments.charging;

import dev.orderstream.delivery.effects.Attempt;
import dev.orderstream.delivery.effects.Effect;
import dev.orderstream.delivery.effects.EffectHandler;
import dev.orderstream.delivery.effects.Performed;
import dev.orderstream.payments.charging.Learning.Learnt;
import dev.orderstream.payments.charging.PaymentFacts.Answer;
import dev.orderstream.payments.charging.PaymentFacts.Captured;
import dev.orderstream.payments.charging.PaymentFacts.Declined;
import dev.orderstream.payments.gateway.ChargeOutcome;
import dev.orderstream.payments.gateway.ChargeRequest;
import dev.orderstream.payments.gateway.PaymentGateway;
import dev.orderstream.payments.gateway.Unanswered;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// Charges a card; only the gateway's own word makes a payment succeed or fail.
@ApplicationScoped
class ChargeEffect implements EffectHandler<ChargeInput, Answer> {

    private final PaymentGateway gateway;
    private final Learning learning;
    private final Repeating repeating;

    ChargeEffect(PaymentGateway gateway, Learning learning, Repeating repeating) {
        this.gateway = gateway;
        this.learning = learning;
        this.repeating = repeating;
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
    public Attempt<Answer> perform(Effect<ChargeInput> effect) {
        ChargeInput input = effect.input();
        ChargeOutcome outcome =
                gateway.charge(
                        new ChargeRequest(
                                effect.id(),
                                effect.orderId(),
                                input.paymentId(),
                                input.amount(),
                                input.paymentMethod()));
        return switch (outcome) {
            case ChargeOutcome.Captured(var reference) ->
                    Attempt.answered(new Captured(reference, repeating.now()));
            case ChargeOutcome.Declined(var reason, var reference) ->
                    Attempt.answered(new Declined(reason.code(), reference, repeating.now()));
            case Unanswered unanswered -> repeating.after(unanswered, effect);
        };
    }

    @Override
    public void record(List<Performed<ChargeInput, Answer>> performed) {
        learning.learn(performed.stream().map(ChargeEffect::learnt).toList());
    }

    private static Learnt learnt(Performed<ChargeInput, Answer> performed) {
        return new Learnt(
                performed.effect().orderId(),
                facts -> facts.with(performed.result()),
                performed.effect().cause());
    }
}
