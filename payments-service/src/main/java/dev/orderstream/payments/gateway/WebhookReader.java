package dev.orderstream.payments.gateway;

import com.stripe.exception.EventDataObjectDeserializationException;
import com.stripe.exception.SignatureVerificationException;
import com.stripe.model.Event;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.model.StripeObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Verifies webhooks with the official client's own verification, over the body as it came, and
/// reads only what is signed.
@ApplicationScoped
public class WebhookReader {

    private static final Logger LOG = Logger.getLogger(WebhookReader.class);
    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final GatewayConfig config;

    WebhookReader(GatewayConfig config) {
        this.config = config;
    }

    /// @param signature the Stripe-Signature header
    public Webhook read(byte[] body, @Nullable String signature) {
        String text = new String(body, StandardCharsets.UTF_8);
        return signature == null
                ? new Webhook.Refused()
                : config.webhookSecrets().stream()
                        .flatMap(secret -> verified(text, signature, secret).stream())
                        .findFirst()
                        .map(WebhookReader::about)
                        .orElseGet(Webhook.Refused::new);
    }

    private Optional<Event> verified(String body, String signature, String secret) {
        try {
            return Optional.of(
                    com.stripe.net.Webhook.constructEvent(
                            body, signature, secret, config.webhookTolerance().toSeconds()));
        } catch (SignatureVerificationException e) {
            return Optional.empty();
        }
    }

    private static Webhook about(Event event) {
        if (event.getData() == null) {
            return new Webhook.Unrelated();
        }
        try {
            return about(event, object(event));
        } catch (EventDataObjectDeserializationException e) {
            LOG.errorf("webhook %s is about something unreadable", event.getId());
            return new Webhook.Unrelated();
        }
    }

    /// Events come in the version of the API that the endpoint was registered with.
    private static StripeObject object(Event event) throws EventDataObjectDeserializationException {
        var deserializer = event.getDataObjectDeserializer();
        return deserializer.getObject().isPresent()
                ? deserializer.getObject().get()
                : deserializer.deserializeUnsafe();
    }

    private static Webhook about(Event event, StripeObject object) {
        return switch (object) {
            case PaymentIntent intent -> ofIntent(event, intent);
            case Refund refund -> ofRefund(event, refund);
            default -> new Webhook.Unrelated();
        };
    }

    private static Webhook ofIntent(Event event, PaymentIntent intent) {
        UUID order = order(intent.getMetadata());
        ChargeOutcome outcome = IntentOutcome.of(intent);
        if (order == null || outcome instanceof Unanswered) {
            return new Webhook.Unrelated();
        }
        // It may be tried again until it is called off.
        return IntentOutcome.isRejected(intent)
                ? new Webhook.Hint(event.getId(), order)
                : new Webhook.OfCharge(event.getId(), order, outcome);
    }

    private static Webhook ofRefund(Event event, Refund refund) {
        UUID order = order(refund.getMetadata());
        RefundOutcome outcome = RefundAnswer.of(refund);
        return order == null || outcome instanceof Unanswered
                ? new Webhook.Unrelated()
                : new Webhook.OfRefund(event.getId(), order, outcome);
    }

    private static @Nullable UUID order(@Nullable Map<String, String> metadata) {
        String order = metadata == null ? null : metadata.get("order_id");
        return order != null && UUID_TEXT.matcher(order).matches() ? UUID.fromString(order) : null;
    }
}
