package dev.orderstream.orders.cancelling;

import dev.orderstream.orders.problems.BodyLimit;
import dev.orderstream.orders.problems.Problem;
import dev.orderstream.orders.problems.ProblemCode;
import dev.orderstream.orders.problems.ProblemException;
import dev.orderstream.orders.reading.Caller;
import dev.orderstream.orders.reading.OrderIds;
import dev.orderstream.orders.reading.OrderView;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Takes requests to cancel: owners cancel their own orders, operators all.
@Path("/orders/{id}/cancellation")
@Tag(name = "Orders")
class CancellingEndpoint {

    private final CancellingAnOrder cancelling;
    private final BodyLimit limit;
    private final SecurityIdentity identity;

    CancellingEndpoint(CancellingAnOrder cancelling, BodyLimit limit, SecurityIdentity identity) {
        this.cancelling = cancelling;
        this.limit = limit;
        this.identity = identity;
    }

    @POST
    @RolesAllowed({Caller.STOREFRONT, Caller.OPERATOR})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "cancelOrder",
            summary = "Ask for an order to be cancelled",
            description =
                    "May be sent again and then changes nothing. What became of it is the"
                            + " cancellation of the order.")
    @RequestBody(
            required = false,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CancellationRequest.class)))
    @APIResponse(
            responseCode = "202",
            description = "The order as it is now",
            content = @Content(schema = @Schema(implementation = OrderView.class)))
    @APIResponse(
            responseCode = "409",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class)))
    public Response cancel(
            @PathParam("id") String id, @Context HttpHeaders headers, InputStream body) {
        byte[] bytes = limit.read(body);
        requireJson(headers, bytes);
        CancellationRequest request = CancellationRequest.parse(bytes);
        return switch (cancelling.cancel(
                OrderIds.parse(id), Caller.of(identity), request.reason())) {
            case Cancelling.Accepted(OrderView order) -> Response.accepted(order).build();
            case Cancelling.Refused(var code, String detail) ->
                    throw new ProblemException(code, detail);
            case Cancelling.Unknown() -> throw OrderIds.notFound();
        };
    }

    /// Many clients name some type with no body too, so only a body is asked for its type.
    private static void requireJson(HttpHeaders headers, byte[] body) {
        MediaType type = headers.getMediaType();
        if (body.length > 0
                && type != null
                && !type.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
            throw new ProblemException(
                    ProblemCode.MEDIA_TYPE_NOT_SUPPORTED, "A reason is sent as JSON.");
        }
    }
}
