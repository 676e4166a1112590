package dev.orderstream.orders.streaming;

import dev.orderstream.orders.problems.ProblemCode;
import dev.orderstream.orders.problems.ProblemException;
import dev.orderstream.orders.reading.Caller;
import dev.orderstream.orders.reading.OrderIds;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.vertx.core.http.HttpServerResponse;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jspecify.annotations.Nullable;

/// Tells the steps of an order as server-sent events, from the first or from where a client was.
@Path("/orders/{id}/events")
@Tag(name = "Orders")
class StreamingEndpoint {

    private static final String LAST_EVENT_ID = "Last-Event-ID";

    private final VisibleOrder visible;
    private final OpenStreams open;
    private final FollowingOrders following;
    private final SecurityIdentity identity;
    private final CurrentVertxRequest request;

    StreamingEndpoint(
            VisibleOrder visible,
            OpenStreams open,
            FollowingOrders following,
            SecurityIdentity identity,
            CurrentVertxRequest request) {
        this.visible = visible;
        this.open = open;
        this.following = following;
        this.identity = identity;
        this.request = request;
    }

    @GET
    @RolesAllowed({Caller.STOREFRONT, Caller.OPERATOR})
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Blocking
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    @Operation(
            operationId = "followOrder",
            summary = "What happens to an order, while it happens",
            description =
                    "Server-sent events: each step so far and each later one is an event named"
                            + " step, with a StreamedStep as its data. An event named end follows"
                            + " when nothing more is to come, or a minute after a cancellation"
                            + " whose payment has no outcome yet, and the stream ends.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = StreamedData.class)))
    public Multi<OutboundSseEvent> follow(
            @PathParam("id") String text,
            @HeaderParam(LAST_EVENT_ID)
                    @Parameter(
                            description = "The id of the last event that came; only later steps do")
                    @Nullable String lastEventId,
            @Context Sse sse) {
        UUID id = OrderIds.parse(text);
        Caller caller = Caller.of(identity);
        Position position = position(lastEventId);
        visible.require(id, caller);
        HttpServerResponse answer = request.getCurrent().response();
        Connection connection = () -> answer.closed() || answer.ended();
        OpenStreams.Place place = open.open(caller.subject(), connection);
        return Multi.createFrom()
                .emitter(
                        client -> {
                            OrderStream stream =
                                    new OrderStream(id, position, sse, client, connection);
                            client.onTermination(() -> {
                                following.remove(stream);
                                open.close(place);
                            });
                            following.add(stream);
                        },
                        BackPressureStrategy.BUFFER);
    }

    private static Position position(@Nullable String lastEventId) {
        return lastEventId == null
                ? Position.START
                : Position.parse(lastEventId)
                        .orElseThrow(() ->
                                new ProblemException(
                                        ProblemCode.BAD_REQUEST,
                                        LAST_EVENT_ID + " must be the id of an event of ours."));
    }
}
