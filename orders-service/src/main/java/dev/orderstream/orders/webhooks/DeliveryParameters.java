package dev.orderstream.orders.webhooks;

import dev.orderstream.orders.reading.PageParameters;
import dev.orderstream.orders.requests.IdText;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// The query parameters of a list of attempts; each is looked at when it is asked for.
class DeliveryParameters extends PageParameters {

    @QueryParam("endpoint")
    @Parameter(description = "Only attempts at this endpoint")
    @Nullable String endpoint;

    @Nullable UUID endpoint() {
        return endpoint == null
                ? null
                : IdText.parse(endpoint)
                        .orElseThrow(() -> invalid("endpoint must be the id of an endpoint."));
    }

    /// The same list from another place on.
    String link(String next) {
        return "/webhook-deliveries?limit=%d&cursor=%s%s"
                .formatted(limit(), next, endpoint == null ? "" : "&endpoint=" + endpoint);
    }
}
