package dev.orderstream.orders.webhooks;

import dev.orderstream.orders.problems.BodyLimit;
import dev.orderstream.orders.problems.Problem;
import dev.orderstream.orders.problems.ProblemCode;
import dev.orderstream.orders.problems.ProblemException;
import dev.orderstream.orders.reading.Caller;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Where a storefront says what its endpoints are.
@Path("/webhook-endpoints")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Webhooks")
class EndpointsResource {

    private final Endpoints endpoints;
    private final AllowedOrigins allowed;
    private final BodyLimit limit;
    private final SecurityIdentity identity;

    EndpointsResource(
            Endpoints endpoints,
            AllowedOrigins allowed,
            BodyLimit limit,
            SecurityIdentity identity) {
        this.endpoints = endpoints;
        this.allowed = allowed;
        this.limit = limit;
        this.identity = identity;
    }

    /// All endpoints of one owner, oldest first.
    @Schema(name = "WebhookEndpoints", requiredProperties = "items")
    record All(List<EndpointView> items) {}

    @POST
    @RolesAllowed(Caller.STOREFRONT)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "registerWebhookEndpoint",
            summary = "Have each step of all your orders sent to a URL",
            description = "The secret is shown this once. Steps from now on are sent.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = EndpointRequest.class)))
    @APIResponse(
            responseCode = "201",
            description = "The endpoint with its secret",
            content = @Content(schema = @Schema(implementation = EndpointSecret.class)))
    @APIResponse(
            responseCode = "422",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class)))
    public Response register(InputStream body) {
        String owner = Caller.of(identity).subject();
        URI url = EndpointRequest.parse(limit.read(body)).url();
        if (!allowed.allow(url)) {
            throw new ProblemException(
                    ProblemCode.WEBHOOK_HOST_NOT_ALLOWED,
                    "Scheme, host and port must be those of an origin that we were told of.");
        }
        return endpoints
                .register(owner, url)
                .map(secret -> once(Response.status(Response.Status.CREATED), secret))
                .orElseThrow(() ->
                        new ProblemException(
                                ProblemCode.TOO_MANY_WEBHOOK_ENDPOINTS,
                                "Delete an endpoint that you no longer need."));
    }

    @GET
    @RolesAllowed(Caller.STOREFRONT)
    @Operation(operationId = "listWebhookEndpoints", summary = "Your endpoints, oldest first")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = All.class)))
    public Response list() {
        return Response.ok(new All(endpoints.of(Caller.of(identity).subject()))).build();
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Caller.STOREFRONT)
    @Operation(
            operationId = "deleteWebhookEndpoint",
            summary = "Have nothing more sent to an endpoint",
            description = "What waits to be sent is dropped; a call under way may still arrive.")
    @APIResponse(responseCode = "204", description = "There is no such endpoint any more")
    public Response delete(@PathParam("id") String id) {
        if (!endpoints.delete(EndpointIds.parse(id), Caller.of(identity).subject())) {
            throw EndpointIds.notFound();
        }
        return Response.noContent().build();
    }

    @POST
    @Path("{id}/secret")
    @RolesAllowed(Caller.STOREFRONT)
    @Operation(
            operationId = "rotateWebhookSecret",
            summary = "Give an endpoint a new secret",
            description =
                    "Both secrets sign until previousSecretUntil; the one before those two no"
                            + " longer does.")
    @APIResponse(
            responseCode = "200",
            description = "The endpoint with its new secret",
            content = @Content(schema = @Schema(implementation = EndpointSecret.class)))
    public Response rotate(@PathParam("id") String id) {
        return endpoints
                .rotate(EndpointIds.parse(id), Caller.of(identity).subject())
                .map(secret -> once(Response.ok(), secret))
                .orElseThrow(EndpointIds::notFound);
    }

    private static Response once(Response.ResponseBuilder answer, EndpointSecret secret) {
        return answer.entity(secret).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }
}
