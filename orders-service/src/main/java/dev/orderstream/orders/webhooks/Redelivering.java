package dev.orderstream.orders.webhooks;

import dev.orderstream.delivery.effects.Effects;
import dev.orderstream.delivery.effects.NewEffect;
import dev.orderstream.delivery.outbox.Cause;
import dev.orderstream.delivery.outbox.Ids;
import dev.orderstream.delivery.trace.Traces;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Sends a message again that was sent or given up before.
@ApplicationScoped
class Redelivering {

    private final Attempts attempts;
    private final Endpoints endpoints;
    private final Effects effects;
    private final Traces traces;
    private final Clock clock;

    Redelivering(
            Attempts attempts, Endpoints endpoints, Effects effects, Traces traces, Clock clock) {
        this.attempts = attempts;
        this.endpoints = endpoints;
        this.effects = effects;
        this.traces = traces;
        this.clock = clock;
    }

    /// What came of asking for it.
    enum Asked {
        ACCEPTED,
        UNKNOWN,
        ENDPOINT_DISABLED
    }

    /// Asks for the message of an attempt to be sent again, with a schedule of its own.
    @Transactional
    Asked redeliver(UUID attemptId) {
        Optional<DeliveryView> known = attempts.find(attemptId);
        if (known.isEmpty()) {
            return Asked.UNKNOWN;
        }
        DeliveryView attempt = known.get();
        if (!endpoints.enabled(attempt.endpointId())) {
            return Asked.ENDPOINT_DISABLED;
        }
        String subject = "%s/%s/%s".formatted(attempt.endpointId(), attempt.eventId(), Ids.next());
        effects.request(
                List.of(
                        new NewEffect(
                                WebhookEffect.KIND,
                                attempt.orderId(),
                                subject,
                                new WebhookInput(attempt.endpointId(), attempt.eventId()),
                                clock.instant(),
                                new Cause(attempt.eventId(), traces.current()))));
        return Asked.ACCEPTED;
    }
}
