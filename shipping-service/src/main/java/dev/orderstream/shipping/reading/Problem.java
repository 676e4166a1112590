package dev.orderstream.shipping.reading;

import jakarta.ws.rs.core.Response;

/// An error as RFC 9457 has it.
///
/// @param code stable, for programs
record Problem(String type, String title, int status, String detail, String instance, String code) {

    private static final String MEDIA_TYPE = "application/problem+json";

    static Problem shipmentNotFound(String instance) {
        return new Problem(
                "/problems/shipment-not-found",
                "Shipment not found",
                Response.Status.NOT_FOUND.getStatusCode(),
                "No shipment is known for this order.",
                instance,
                "shipment-not-found");
    }

    Response response() {
        return Response.status(status).type(MEDIA_TYPE).entity(this).build();
    }
}
