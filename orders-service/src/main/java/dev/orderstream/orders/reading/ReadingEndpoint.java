package dev.orderstream.orders.reading;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Reads orders: their owners see their own, operators see all.
@Path("/orders")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Orders")
class ReadingEndpoint {

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
    @Parameter(
            name = HttpHeaders.IF_NONE_MATCH,
            in = ParameterIn.HEADER,
            description = Unchanged.IF_NONE_MATCH,
            schema = @Schema(implementation = String.class))
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = OrderView.class)))
    @APIResponse(responseCode = "304", description = "As the If-None-Match header has it")
    public Response one(@PathParam("id") String id, @Context Request request) {
        OrderRow order =
                orders.find(OrderIds.parse(id), Caller.of(identity))
                        .orElseThrow(OrderIds::notFound);
        return Unchanged.or(request, Unchanged.tag(order.facts), order::view);
    }

    @GET
    @RolesAllowed({Caller.STOREFRONT, Caller.OPERATOR})
    @Transactional
    @Operation(operationId = "listOrders", summary = "Orders, newest first")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = OrderPage.class)))
    public Response some(@BeanParam ListParameters parameters) {
        Caller caller = Caller.of(identity);
        OrderFilter filter = parameters.filter();
        if (filter.overdue() && !caller.operator()) {
            throw new ForbiddenException();
        }
        OrderPage page = orders.page(caller, filter, parameters.cursor(), parameters.limit());
        String next = page.next();
        return PageParameters.answer(page, next == null ? null : parameters.link(next));
    }
}
