package dev.orderstream.orders.webhooks;

import dev.orderstream.orders.problems.Problem;
import dev.orderstream.orders.problems.ProblemCode;
import dev.orderstream.orders.problems.ProblemException;
import dev.orderstream.orders.reading.Caller;
import dev.orderstream.orders.reading.PageParameters;
import dev.orderstream.orders.requests.IdText;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;

/// The log of attempts: owners see their own, operators see all and send again.
@Path("/webhook-deliveries")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Webhooks")
class DeliveriesResource {

    private static final Logger LOG = Logger.getLogger(DeliveriesResource.class);

    private final Attempts attempts;
    private final Redelivering redelivering;
    private final SecurityIdentity identity;

    DeliveriesResource(Attempts attempts, Redelivering redelivering, SecurityIdentity identity) {
        this.attempts = attempts;
        this.redelivering = redelivering;
        this.identity = identity;
    }

    @GET
    @RolesAllowed({Caller.STOREFRONT, Caller.OPERATOR})
    @Transactional
    @Operation(
            operationId = "listWebhookDeliveries",
            summary = "Attempts to deliver webhooks, newest first")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = DeliveryPage.class)))
    public Response list(@BeanParam DeliveryParameters parameters) {
        DeliveryPage page =
                attempts.page(
                        Caller.of(identity),
                        parameters.endpoint(),
                        parameters.cursor(),
                        parameters.limit());
        String next = page.next();
        return PageParameters.answer(page, next == null ? null : parameters.link(next));
    }

    @POST
    @Path("{id}/redelivery")
    @RolesAllowed(Caller.OPERATOR)
    @Operation(
            operationId = "redeliverWebhook",
            summary = "Send the message of an attempt again",
            description = "With the same webhook-id, signed anew, and retried as any other.")
    @APIResponse(responseCode = "202", description = "It is sent soon")
    @APIResponse(
            responseCode = "409",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class)))
    public Response redeliver(@PathParam("id") String id) {
        String operator = Caller.of(identity).subject();
        Redelivering.Asked asked =
                IdText.parse(id).map(redelivering::redeliver).orElse(Redelivering.Asked.UNKNOWN);
        return switch (asked) {
            case ACCEPTED -> {
                LOG.infof("%s had the message of attempt %s sent again", operator, id);
                yield Response.accepted().build();
            }
            case UNKNOWN ->
                    throw new ProblemException(
                            ProblemCode.WEBHOOK_DELIVERY_NOT_FOUND,
                            "No attempt in the log has this id.");
            case ENDPOINT_DISABLED ->
                    throw new ProblemException(
                            ProblemCode.WEBHOOK_ENDPOINT_DISABLED,
                            "The endpoint of this attempt takes nothing any more.");
        };
    }
}
