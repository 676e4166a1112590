package dev.orderstream.shipping.reading;

import dev.orderstream.shipping.dispatching.FindingAShipment;
import dev.orderstream.shipping.problems.ProblemCode;
import dev.orderstream.shipping.problems.ProblemException;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;

/// How the shipment of an order stands.
@Path("/shipments")
class ShipmentResource {

    private final FindingAShipment finding;

    ShipmentResource(FindingAShipment finding) {
        this.finding = finding;
    }

    /// The shipment of an order, for those who run the shop.
    @GET
    @Path("/{orderId}")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({"operator", "warehouse"})
    @Blocking
    public FindingAShipment.Summary shipment(UUID orderId) {
        return finding.find(orderId)
                .orElseThrow(() ->
                        new ProblemException(
                                ProblemCode.SHIPMENT_NOT_FOUND,
                                "Nothing was heard of this order yet."));
    }
}
