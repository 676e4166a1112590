package dev.orderstream.payments.webhooks;

import dev.orderstream.payments.charging.Webhooks;
import dev.orderstream.payments.gateway.Webhook;
import dev.orderstream.payments.gateway.WebhookReader;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Where the gateway posts its webhooks: open to all, and only what is signed is read.
@Path("/webhooks/gateway")
public class WebhookResource {

    private final WebhookReader reader;
    private final Webhooks webhooks;
    private final MeterRegistry meters;

    WebhookResource(WebhookReader reader, Webhooks webhooks, MeterRegistry meters) {
        this.reader = reader;
        this.webhooks = webhooks;
        this.meters = meters;
    }

    /// Answers 2xx once all that the webhook tells is stored; the gateway repeats it otherwise.
    @POST
    @PermitAll
    public Response take(byte[] body, @HeaderParam("Stripe-Signature") @Nullable String signature) {
        return switch (reader.read(body, signature)) {
            case Webhook.Refused _ -> {
                count("refused");
                yield Response.status(Response.Status.BAD_REQUEST)
                        .type(Problem.MEDIA_TYPE)
                        .entity(Problem.SIGNATURE_INVALID)
                        .build();
            }
            case Webhook.Unrelated _ -> taken(Webhooks.Use.UNRELATED);
            case Webhook.Signed signed -> taken(webhooks.take(signed));
        };
    }

    private Response taken(Webhooks.Use use) {
        count(use.name().toLowerCase(Locale.ROOT));
        return Response.ok().build();
    }

    private void count(String outcome) {
        meters.counter("payments.webhooks", "outcome", outcome).increment();
    }
}
