package dev.orderstream.payments.gateway;

import com.stripe.exception.EventDataObjectDeserializationException;
import com.stripe.exception.SignatureVerificationException;
import com.stripe.model.Event;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.model.StripeObject;
import com.stripe.net.Webhook.Signature;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Map;
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
        boolean signed =
                signature != null
                        && config.webhookSecrets().stream()
                                .anyMatch(secret -> isSigned(text, signature, secret));
        return signed ? readSigned(text) : new Webhook.Refused();
    }

    private boolean isSigned(String body, String signature, String secret) {
        try {
            return Signature.verifyHeader(
                    body, signature, secret, config.webhookTolerance().toSeconds());
        } catch (SignatureVerificationException | RuntimeException e) {
            // The client does not expect every header that somebody may send.
            return false;
        }
    }

    /// The gateway would repeat what is refused for days, and it would be no more readable: what it
    /// tells is asked for anyway.
    private static Webhook readSigned(String body) {
        Event event;
        StripeObject object;
        try {
            event = com.stripe.net.Webhook.constructEventWithoutVerification(body);
            object = object(event);
        } catch (EventDataObjectDeserializationException | RuntimeException e) {
            // What it says stays out of the log: a message of the parser may quote it.
            LOG.errorf(
                    "a webhook that the gateway signed could not be read (%s)",
                    e.getClass().getSimpleName());
            return new Webhook.Unrelated();
        }
        return about(event, object);
    }

    /// Events come in the version of the API that the endpoint was registered with.
    private static StripeObject object(Event event) throws EventDataObjectDeserializationException {
        var deserializer = event.getDataObjectDeserializer();
        return event.getApiVersion() != null && deserializer.getObject().isPresent()
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
