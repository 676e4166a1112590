package dev.orderstream.orders.reading;

import dev.orderstream.orders.timeline.Timeline;
import dev.orderstream.orders.timeline.TimelineEntry;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Reads the steps of an order.
@Path("/orders/{id}/timeline")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Orders")
class TimelineEndpoint {

    private final Orders orders;
    private final Timeline timeline;
    private final SecurityIdentity identity;

    TimelineEndpoint(Orders orders, Timeline timeline, SecurityIdentity identity) {
        this.orders = orders;
        this.timeline = timeline;
        this.identity = identity;
    }

    /// The steps of one order, oldest first.
    record Steps(List<TimelineEntry> items) {}

    @GET
    @RolesAllowed({Caller.STOREFRONT, Caller.OPERATOR})
    @Transactional
    @Operation(operationId = "getTimeline", summary = "What happened to an order, oldest first")
    public Steps steps(@PathParam("id") String text) {
        UUID id = OrderIds.parse(text);
        if (orders.visible(id, Caller.of(identity)).isEmpty()) {
            throw OrderIds.notFound();
        }
        return new Steps(timeline.of(id));
    }
}
