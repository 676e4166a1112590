package dev.orderstream.payments.charging;

import dev.orderstream.delivery.effects.Attempt;
import dev.orderstream.delivery.effects.Effect;
import dev.orderstream.delivery.effects.EffectHandler;
import dev.orderstream.delivery.effects.Performed;
import dev.orderstream.payments.charging.PaymentFacts.Answer;
import dev.orderstream.payments.charging.PaymentFacts.Said;
import dev.orderstream.payments.gateway.CancelReason;
import dev.orderstream.payments.gateway.PaymentGateway;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/// Calls off the charge of a cancelled order while its customer is with the bank; where that is too
/// late, the charge is an answer like any other.
@ApplicationScoped
class CallOffEffect implements EffectHandler<CallOffInput, Said> {

    private final PaymentGateway gateway;
    private final Payments payments;
    private final Learning learning;
    private final Outcomes outcomes;

    CallOffEffect(PaymentGateway gateway, Payments payments, Learning learning, Outcomes outcomes) {
        this.gateway = gateway;
        this.payments = payments;
        this.learning = learning;
        this.outcomes = outcomes;
    }

    @Override
    public String kind() {
        return Calls.CALL_OFF;
    }

    @Override
    public Class<CallOffInput> inputType() {
        return CallOffInput.class;
    }

    @Override
    public Attempt<Said> perform(Effect<CallOffInput> effect) {
        Optional<Answer> told = payments.answer(effect.orderId());
        return told.isPresent()
                ? Attempt.answered(told.get())
                : outcomes.attempt(
                        gateway.cancel(
                                effect.input().chargeReference(), CancelReason.ORDER_CANCELLED),
                        effect);
    }

    @Override
    public void record(List<Performed<CallOffInput, Said>> performed) {
        learning.learnAnswers(performed);
    }
}
