package dev.orderstream.payments.charging;

import dev.orderstream.delivery.effects.Attempt;
import dev.orderstream.delivery.effects.Effect;
import dev.orderstream.delivery.effects.EffectHandler;
import dev.orderstream.delivery.effects.Performed;
import dev.orderstream.payments.charging.PaymentFacts.Said;
import dev.orderstream.payments.gateway.PaymentGateway;
import dev.orderstream.payments.gateway.RefundRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// Gives a captured total back; a refund without an answer is asked for again with the same key,
/// and one that failed is followed by another.
@ApplicationScoped
class RefundEffect implements EffectHandler<RefundInput, Said> {

    private final PaymentGateway gateway;
    private final Learning learning;
    private final Outcomes outcomes;

    RefundEffect(PaymentGateway gateway, Learning learning, Outcomes outcomes) {
        this.gateway = gateway;
        this.learning = learning;
        this.outcomes = outcomes;
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
    public Attempt<Said> perform(Effect<RefundInput> effect) {
        RefundInput input = effect.input();
        return outcomes.attempt(
                gateway.refund(
                        new RefundRequest(
                                effect.id(),
                                effect.orderId(),
                                input.chargeReference(),
                                input.amount())),
                effect);
    }

    @Override
    public void record(List<Performed<RefundInput, Said>> performed) {
        learning.learnAnswers(performed);
    }
}
