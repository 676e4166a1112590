package dev.orderstream.orders.webhooks;

import dev.orderstream.delivery.effects.Effect;
import dev.orderstream.delivery.outbox.Ids;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Makes attempts, and logs and counts what came of them.
@ApplicationScoped
class Deliveries {

    private static final Logger LOG = Logger.getLogger(Deliveries.class);

    private final AllowedOrigins allowed;
    private final Sender sender;
    private final Attempts attempts;
    private final Endpoints endpoints;
    private final WebhooksConfig config;
    private final MeterRegistry meters;
    private final Clock clock;

    Deliveries(
            AllowedOrigins allowed,
            Sender sender,
            Attempts attempts,
            Endpoints endpoints,
            WebhooksConfig config,
            MeterRegistry meters,
            Clock clock) {
        this.allowed = allowed;
        this.sender = sender;
        this.attempts = attempts;
        this.endpoints = endpoints;
        this.config = config;
        this.meters = meters;
        this.clock = clock;
    }

    /// An attempt that was made.
    ///
    /// @param retryAfter when to make another, if one is to be made
    record Made(LoggedAttempt attempt, @Nullable Duration retryAfter) {}

    /// Calls the endpoint once, if it is still one that may be called.
    Made make(Effect<WebhookInput> effect, Message message) {
        Instant begin = clock.instant();
        Answer answer =
                allowed.allow(message.url()) ? send(message) : new Answer.None("host-not-allowed");
        Instant end = clock.instant();
        DeliveryDecision decision =
                DeliveryDecision.of(
                        answer,
                        message.attemptsBefore(),
                        config.retryAfter(),
                        ThreadLocalRandom.current().nextDouble());
        Duration retryAfter = decision.retryAfter();
        LoggedAttempt attempt =
                new LoggedAttempt(
                        Ids.next(),
                        effect.id(),
                        message.owner(),
                        effect.input().endpointId(),
                        effect.orderId(),
                        effect.input().eventId(),
                        begin,
                        Duration.between(begin, end),
                        answer instanceof Answer.Status(int code) ? code : null,
                        decision.problem(),
                        decision.outcome(),
                        retryAfter == null ? null : end.plus(retryAfter));
        return new Made(attempt, retryAfter);
    }

    /// Logs an attempt that is followed by another.
    @Transactional
    void log(LoggedAttempt attempt) {
        attempts.add(List.of(attempt));
        count(attempt);
    }

    /// Logs last attempts in the transaction that ends their messages.
    void end(List<LoggedAttempt> last) {
        if (last.isEmpty()) {
            return;
        }
        attempts.add(last);
        // In one order, so that replicas do not wait for each other crosswise.
        List<UUID> gone =
                last.stream()
                        .filter(one -> one.outcome() == DeliveryOutcome.ENDPOINT_GONE)
                        .map(LoggedAttempt::endpointId)
                        .distinct()
                        .sorted()
                        .toList();
        gone.forEach(id -> endpoints.disable(id, clock.instant()));
        last.forEach(this::count);
        last.stream()
                .filter(one -> one.outcome() != DeliveryOutcome.DELIVERED)
                .forEach(one ->
                        LOG.warnf(
                                "webhook %s of endpoint %s ended as %s (%s)",
                                StepMessage.id(one.eventId()),
                                one.endpointId(),
                                one.outcome(),
                                one.problem()));
    }

    private Answer send(Message message) {
        return sender.send(
                message.url(),
                StepMessage.id(message.entry().eventId()),
                message.secrets(),
                StepMessage.of(message.entry(), message.status()).bytes());
    }

    private void count(LoggedAttempt attempt) {
        String outcome = attempt.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-');
        meters.counter("orderstream.orders.webhooks", "outcome", outcome).increment();
    }
}
