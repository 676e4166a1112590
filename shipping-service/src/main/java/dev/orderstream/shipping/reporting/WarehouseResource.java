package dev.orderstream.shipping.reporting;

import dev.orderstream.shipping.dispatching.FindingAShipment;
import dev.orderstream.shipping.dispatching.Report;
import dev.orderstream.shipping.dispatching.ReportingADelivery;
import dev.orderstream.shipping.dispatching.ReportingADispatch;
import dev.orderstream.shipping.problems.ProblemCode;
import dev.orderstream.shipping.problems.ProblemException;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;

/// Where the warehouse reports what became of its parcels.
@Path("/shipments")
class WarehouseResource {

    private static final int BODY_BYTES_MAX = 4096;

    private final ReportingADispatch dispatching;
    private final ReportingADelivery delivering;

    WarehouseResource(ReportingADispatch dispatching, ReportingADelivery delivering) {
        this.dispatching = dispatching;
        this.delivering = delivering;
    }

    /// The parcel of an order was given to a carrier.
    @POST
    @Path("/{orderId}/dispatch")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({"operator", "warehouse"})
    @Blocking
    public FindingAShipment.Summary dispatch(UUID orderId, InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(BODY_BYTES_MAX + 1);
        if (bytes.length > BODY_BYTES_MAX) {
            throw new ProblemException(
                    ProblemCode.BODY_TOO_LARGE,
                    "A body may have at most " + BODY_BYTES_MAX + " bytes.");
        }
        var report = DispatchReport.parse(bytes);
        return answer(dispatching.report(orderId, report.carrier(), report.trackingNumber()));
    }

    /// The parcel of an order has arrived.
    @POST
    @Path("/{orderId}/delivery")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({"operator", "warehouse"})
    @Blocking
    public FindingAShipment.Summary delivery(UUID orderId) {
        return answer(delivering.report(orderId));
    }

    private static FindingAShipment.Summary answer(Report report) {
        return switch (report) {
            case Report.Taken(var shipment) -> shipment;
            case Report.Refused(var why) -> throw problem(why);
        };
    }

    private static ProblemException problem(Report.Refusal why) {
        return switch (why) {
            case UNKNOWN ->
                    new ProblemException(
                            ProblemCode.SHIPMENT_NOT_FOUND, "Nothing was heard of this order yet.");
            case NOT_READY ->
                    new ProblemException(
                            ProblemCode.SHIPMENT_NOT_READY,
                            "Look at the shipment's state: a prepared parcel can be dispatched, a"
                                    + " dispatched one delivered.");
            case CANCELLED ->
                    new ProblemException(
                            ProblemCode.SHIPMENT_CANCELLED, "Nothing may be sent for this order.");
            case DISPATCHED_OTHERWISE ->
                    new ProblemException(
                            ProblemCode.SHIPMENT_DISPATCHED_OTHERWISE,
                            "The shipment shows with whom and under which number it went.");
        };
    }
}
