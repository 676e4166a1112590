package dev.orderstream.payments.charging;

import dev.orderstream.delivery.database.Database;
import dev.orderstream.payments.charging.Learning.Learnt;
import dev.orderstream.payments.charging.PaymentFacts.Captured;
import dev.orderstream.payments.charging.PaymentFacts.Said;
import dev.orderstream.payments.gateway.ChargeOutcome;
import dev.orderstream.payments.gateway.Webhook;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/// Learns what the gateway tells by itself: the second source of the same facts.
///
/// Nearly always the gateway's own answer was recorded before, by this process or another one: then
/// it costs nothing, or one indexed read.
@ApplicationScoped
public class Webhooks {

    private static final Logger LOG = Logger.getLogger(Webhooks.class);

    private final Payments payments;
    private final Charges charges;
    private final Outcomes outcomes;
    private final Learning learning;
    private final RecordedCaptures captures;
    private final Database database;

    Webhooks(
            Payments payments,
            Charges charges,
            Outcomes outcomes,
            Learning learning,
            RecordedCaptures captures,
            Database database) {
        this.payments = payments;
        this.charges = charges;
        this.outcomes = outcomes;
        this.learning = learning;
        this.captures = captures;
        this.database = database;
    }

    /// What a webhook was good for.
    public enum Use {
        /// It told something new.
        LEARNT,
        /// All of it was known.
        KNOWN,
        /// The gateway is asked.
        ASKED,
        /// It is about no payment of ours.
        UNRELATED
    }

    /// Takes a webhook that is signed; one that comes again, or late, changes nothing.
    public Use take(Webhook.Signed webhook) {
        if (webhook instanceof Webhook.OfCharge(_, UUID order, ChargeOutcome.Captured _)
                && captures.has(order)) {
            return Use.KNOWN;
        }
        Optional<PaymentFacts> known = payments.known(webhook.orderId()).map(Payments.Known::facts);
        return known.isEmpty() ? Use.UNRELATED : take(webhook, known.get());
    }

    private Use take(Webhook.Signed webhook, PaymentFacts known) {
        return switch (webhook) {
            case Webhook.Hint hint -> ask(hint.orderId(), known);
            case Webhook.OfCharge charge ->
                    outcomes.said(charge.outcome())
                            .map(said -> learn(webhook, known, said))
                            .orElse(Use.UNRELATED);
            case Webhook.OfRefund refund ->
                    outcomes.said(refund.outcome())
                            .map(said -> learn(webhook, known, said))
                            .orElse(Use.UNRELATED);
        };
    }

    private Use ask(UUID order, PaymentFacts known) {
        if (known.status() != PaymentStatus.ACTION_REQUIRED) {
            return Use.KNOWN;
        }
        charges.lookNow(order);
        return Use.ASKED;
    }

    private Use learn(Webhook.Signed webhook, PaymentFacts known, Said said) {
        if (known.with(said).equals(known)) {
            requireNoContradiction(webhook, known, said);
            return Use.KNOWN;
        }
        return QuarkusTransaction.requiringNew().call(() -> learnOnce(webhook, said));
    }

    private Use learnOnce(Webhook.Signed webhook, Said said) {
        if (!claim(webhook.id())) {
            return Use.KNOWN;
        }
        UUID order = webhook.orderId();
        learning.learn(List.of(new Learnt(order, facts -> facts.with(said), charges.cause(order))));
        return Use.LEARNT;
    }

    private boolean claim(String event) {
        return database.update(
                        "INSERT INTO webhook_event (event_id) VALUES (?) ON CONFLICT DO NOTHING",
                        event)
                == 1;
    }

    private void requireNoContradiction(Webhook.Signed webhook, PaymentFacts known, Said said) {
        if (said instanceof Captured && !(known.answer() instanceof Captured)) {
            LOG.errorf(
                    "an operator must act: the gateway captured order %s, whose charge had ended"
                            + " otherwise (webhook %s)",
                    webhook.orderId(), webhook.id());
        }
    }
}
