package dev.orderstream.orders.webhooks;

import dev.orderstream.delivery.effects.Attempt;
import dev.orderstream.delivery.effects.Effect;
import dev.orderstream.delivery.effects.EffectHandler;
import dev.orderstream.delivery.effects.EffectsConfig;
import dev.orderstream.delivery.effects.Performed;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// Sends a step to an endpoint until it is delivered or was tried often enough.
///
/// The trigger on `timeline_entry` asks for it. Receivers know by the `webhook-id` what they have
/// already, so that a call whose worker died is simply made again.
@ApplicationScoped
class WebhookEffect implements EffectHandler<WebhookInput, Ending> {

    static final String KIND = "webhook";

    private final Messages messages;
    private final Deliveries deliveries;
    private final Turns turns;

    WebhookEffect(
            Messages messages,
            Deliveries deliveries,
            WebhooksConfig config,
            EffectsConfig effects) {
        this.messages = messages;
        this.deliveries = deliveries;
        this.turns =
                new Turns(
                        effects.concurrency(),
                        config.callsMax(),
                        config.slowCallsMax(),
                        config.slowAfter());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Class<WebhookInput> inputType() {
        return WebhookInput.class;
    }

    @Override
    public Attempt<Ending> perform(Effect<WebhookInput> effect) {
        UUID endpoint = effect.input().endpointId();
        long begin = System.nanoTime();
        Optional<Duration> wait = turns.enter(endpoint, begin);
        if (wait.isPresent()) {
            return Attempt.again(wait.get(), "the endpoint has enough calls under way");
        }
        try {
            return messages.of(effect)
                    .map(message -> deliver(effect, message))
                    .orElseGet(() -> Attempt.answered(new Ending.Dropped()));
        } finally {
            turns.leave(endpoint, Duration.ofNanos(System.nanoTime() - begin));
        }
    }

    private Attempt<Ending> deliver(Effect<WebhookInput> effect, Message message) {
        Deliveries.Made made = deliveries.make(effect, message);
        Duration retryAfter = made.retryAfter();
        if (retryAfter == null) {
            return Attempt.answered(new Ending.Last(made.attempt()));
        }
        deliveries.log(made.attempt());
        return Attempt.again(retryAfter, String.valueOf(made.attempt().problem()));
    }

    @Override
    public void record(List<Performed<WebhookInput, Ending>> performed) {
        deliveries.end(
                performed.stream()
                        .flatMap(one ->
                                switch (one.result()) {
                                    case Ending.Dropped() -> Stream.of();
                                    case Ending.Last(LoggedAttempt attempt) -> Stream.of(attempt);
                                })
                        .toList());
    }
}
