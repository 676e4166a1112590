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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
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
    @Schema(name = "Steps", requiredProperties = "items")
    record Steps(List<TimelineEntry> items) {}

    @GET
    @RolesAllowed({Caller.STOREFRONT, Caller.OPERATOR})
    @Transactional
    @Operation(operationId = "getTimeline", summary = "What happened to an order, oldest first")
    @Parameter(
            name = HttpHeaders.IF_NONE_MATCH,
            in = ParameterIn.HEADER,
            description = Unchanged.IF_NONE_MATCH,
            schema = @Schema(implementation = String.class))
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = Steps.class)))
    @APIResponse(responseCode = "304", description = "As the If-None-Match header has it")
    public Response steps(@PathParam("id") String text, @Context Request request) {
        UUID id = OrderIds.parse(text);
        if (orders.find(id, Caller.of(identity)).isEmpty()) {
            throw OrderIds.notFound();
        }
        List<TimelineEntry> entries = timeline.of(id);
        return Unchanged.or(request, Unchanged.tag(entries), () -> new Steps(entries));
    }
}
