package dev.orderstream.payments.charging;

import dev.orderstream.delivery.effects.Attempt;
import dev.orderstream.delivery.effects.Effect;
import dev.orderstream.delivery.effects.EffectHandler;
import dev.orderstream.delivery.effects.Performed;
import dev.orderstream.payments.charging.Learning.Learnt;
import dev.orderstream.payments.charging.PaymentFacts.Refunded;
import dev.orderstream.payments.gateway.PaymentGateway;
import dev.orderstream.payments.gateway.RefundOutcome;
import dev.orderstream.payments.gateway.RefundRequest;
import dev.orderstream.payments.gateway.Unanswered;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// Gives a captured total back; a refund that does not succeed is asked about again and shown.
@ApplicationScoped
class RefundEffect implements EffectHandler<RefundInput, Refunded> {

    private final PaymentGateway gateway;
    private final Learning learning;
    private final Repeating repeating;

    RefundEffect(PaymentGateway gateway, Learning learning, Repeating repeating) {
        this.gateway = gateway;
        this.learning = learning;
        this.repeating = repeating;
    }

    @Override
    public String kind() {
        return Calls.REFUND;
    }

    @Override
    public Class<RefundInput> inputType() {
        return RefundInput.class;
    }

    @Override
    public Attempt<Refunded> perform(Effect<RefundInput> effect) {
        RefundInput input = effect.input();
        RefundOutcome outcome =
                gateway.refund(
                        new RefundRequest(
                                effect.id(),
                                effect.orderId(),
                                input.chargeReference(),
                                input.amount()));
        return switch (outcome) {
            case RefundOutcome.Refunded(var reference) ->
                    Attempt.answered(new Refunded(reference, repeating.now()));
            case Unanswered unanswered -> repeating.after(unanswered, effect);
        };
    }

    @Override
    public void record(List<Performed<RefundInput, Refunded>> performed) {
        learning.learn(performed.stream().map(RefundEffect::learnt).toList());
    }

    private static Learnt learnt(Performed<RefundInput, Refunded> performed) {
        return new Learnt(
                performed.effect().orderId(),
                facts -> facts.with(performed.result()),
                performed.effect().cause());
    }
}
