package dev.orderstream.orders.reading;

import dev.orderstream.orders.problems.ProblemCode;
import dev.orderstream.orders.problems.ProblemException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Reads orders: their owners see their own, operators see all.
@Path("/orders")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Orders")
class ReadingEndpoint {

    private static final int LIMIT_MAX = 100;

    private final Orders orders;
    private final SecurityIdentity identity;

    ReadingEndpoint(Orders orders, SecurityIdentity identity) {
        this.orders = orders;
        this.identity = identity;
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Caller.STOREFRONT, Caller.OPERATOR})
    @Transactional
    @Operation(operationId = "getOrder", summary = "One order")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = OrderView.class)))
    public OrderView one(@PathParam("id") String id) {
        return orders.visible(OrderIds.parse(id), Caller.of(identity))
                .orElseThrow(OrderIds::notFound);
    }

    @GET
    @RolesAllowed({Caller.STOREFRONT, Caller.OPERATOR})
    @Transactional
    @Operation(operationId = "listOrders", summary = "Orders, newest first")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = OrderPage.class)))
    public Response some(
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("20") String limit) {
        int size = limit(limit);
        OrderPage page = orders.page(Caller.of(identity), cursor(cursor), size);
        Response.ResponseBuilder answer = Response.ok(page);
        if (page.next() != null) {
            answer.header(
                    HttpHeaders.LINK,
                    "</orders?limit=%d&cursor=%s>; rel=\"next\"".formatted(size, page.next()));
        }
        return answer.build();
    }

    private static int limit(String text) {
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= LIMIT_MAX) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // As wrong as a number out of range.
        }
        throw new ProblemException(
                ProblemCode.PARAMETER_INVALID, "limit must be 1 to " + LIMIT_MAX + ".");
    }

    private static @Nullable Cursor cursor(@Nullable String text) {
        return text == null
                ? null
                : Cursor.parse(text)
                        .orElseThrow(() ->
                                new ProblemException(
                                        ProblemCode.PARAMETER_INVALID,
                                        "cursor must be the next of an earlier page."));
    }
}
