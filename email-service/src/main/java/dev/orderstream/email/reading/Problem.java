package dev.orderstream.email.reading;

import jakarta.ws.rs.core.Response;

/// An error as RFC 9457 has it.
///
/// @param code stable, for programs
record Problem(String type, String title, int status, String detail, String code) {

    private static final String MEDIA_TYPE = "application/problem+json";

    static Problem invalid(String detail) {
        return new Problem(
                "/problems/parameter-invalid",
                "Parameter invalid",
                Response.Status.BAD_REQUEST.getStatusCode(),
                detail,
                "parameter-invalid");
    }

    Response response() {
        return Response.status(status).type(MEDIA_TYPE).entity(this).build();
    }
}
