package dev.orderstream.email.sending;

import dev.orderstream.delivery.effects.EffectsConfig;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/// Stops the start when a mail may take longer than its lease: another worker would take the first
/// one for lost, and tell of a mail that it sends as of one whose outcome is unknown.
@ApplicationScoped
class LeaseCheck {

    /// For what comes before and after: reading the order, recording the answer.
    static final Duration MARGIN = Duration.ofSeconds(5);

    private final SmtpConfig smtp;
    private final EffectsConfig effects;

    LeaseCheck(SmtpConfig smtp, EffectsConfig effects) {
        this.smtp = smtp;
        this.effects = effects;
    }

    void start(@Observes StartupEvent event) {
        check(smtp.deliveryTimeout(), smtp.acceptTimeout(), effects.lease());
    }

    static void check(Duration delivery, Duration accept, Duration lease) {
        Duration needed = delivery.plus(accept).plus(MARGIN);
        if (needed.compareTo(lease) > 0) {
            throw new IllegalStateException(
                    """
                    orderstream.effects.lease is %s, and must be %s at least: \
                    email.smtp.delivery-timeout %s, email.smtp.accept-timeout %s \
                    and %s to record the answer\
                    """
                            .formatted(lease, needed, delivery, accept, MARGIN));
        }
    }
}
