package dev.orderstream.orders.placing;

import dev.orderstream.orders.problems.BodyLimit;
import dev.orderstream.orders.problems.Problem;
import dev.orderstream.orders.problems.ProblemCode;
import dev.orderstream.orders.problems.ProblemException;
import dev.orderstream.orders.reading.Caller;
import dev.orderstream.orders.reading.OrderView;
import dev.orderstream.orders.requests.RequestJson;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Takes orders: authenticated first, then the key, then the body.
@Path("/orders")
@Tag(name = "Orders")
class PlacingEndpoint {

    /// Longer than placing an order takes.
    private static final Duration UNDER_WAY = Duration.ofSeconds(1);

    private final PlacingAnOrder placing;
    private final PlacingDesk desk;
    private final Currencies currencies;
    private final BodyLimit limit;
    private final SecurityIdentity identity;

    PlacingEndpoint(
            PlacingAnOrder placing,
            PlacingDesk desk,
            Currencies currencies,
            BodyLimit limit,
            SecurityIdentity identity) {
        this.placing = placing;
        this.desk = desk;
        this.currencies = currencies;
        this.limit = limit;
        this.identity = identity;
    }

    @POST
    @RolesAllowed(Caller.STOREFRONT)
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "placeOrder",
            summary = "Place an order",
            description = "The same key and body again answer with the same order, for 24 hours.")
    @Parameter(
            name = IdempotencyKey.HEADER,
            in = ParameterIn.HEADER,
            required = true,
            schema = @Schema(implementation = String.class, minLength = 1, maxLength = 255))
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = OrderRequest.class)))
    @APIResponse(
            responseCode = "201",
            description = "The order as it was placed",
            content = @Content(schema = @Schema(implementation = OrderView.class)))
    @APIResponse(
            responseCode = "422",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class)))
    public Response place(@Context HttpHeaders headers, InputStream body) {
        String owner = Caller.of(identity).subject();
        IdempotencyKey key =
                IdempotencyKey.of(owner, headers.getRequestHeader(IdempotencyKey.HEADER));
        byte[] bytes = limit.read(body);
        return switch (OrderRules.judge(RequestJson.parse(bytes), owner, currencies.codes())) {
            case Verdict.Accepted(var content, var total) ->
                    answer(place(placing.draft(key, content, total)));
            case Verdict.Refused(var code, var detail, var errors) ->
                    throw new ProblemException(code, detail, errors);
        };
    }

    private Placed place(Draft draft) {
        return draft.isTooLarge() ? new Placed.TooLarge() : desk.place(draft);
    }

    private static Response answer(Placed placed) {
        return switch (placed) {
            case Placed.New(OrderView order) -> created(order).build();
            case Placed.Replayed(OrderView order) ->
                    created(order).header("Idempotent-Replayed", true).build();
            case Placed.TooLarge() ->
                    throw new ProblemException(
                            ProblemCode.ORDER_TOO_LARGE,
                            "The texts of all lines together are too long.");
            case Placed.NotTakenUp() ->
                    throw new ProblemException(
                            ProblemCode.TEMPORARILY_UNAVAILABLE,
                            "Orders cannot be stored just now. Try again, with the same"
                                    + " Idempotency-Key.",
                            UNDER_WAY);
            case Placed.KeyInUse() ->
                    throw new ProblemException(
                            ProblemCode.IDEMPOTENCY_KEY_IN_USE,
                            "Send the same request again in a moment to have its order.",
                            UNDER_WAY);
            case Placed.KeyReused() ->
                    throw new ProblemException(
                            ProblemCode.IDEMPOTENCY_KEY_REUSED, "Send a new key with a new order.");
        };
    }

    private static Response.ResponseBuilder created(OrderView order) {
        return Response.created(URI.create("/orders/" + order.id())).entity(order);
    }
}
