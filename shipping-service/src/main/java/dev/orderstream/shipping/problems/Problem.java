package dev.orderstream.shipping.problems;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/// A problem document, RFC 9457.
///
/// @param type a stable URI reference
/// @param instance the path that was asked for
/// @param code stable, for programs
record Problem(String type, String title, int status, String detail, String instance, String code) {

    private static final String MEDIA_TYPE = "application/problem+json";

    /// Paths from outside are repeated up to this length.
    private static final int INSTANCE_LENGTH_MAX = 200;

    static Response.ResponseBuilder answer(ProblemCode code, String detail, UriInfo uri) {
        String path = uri.getPath();
        var problem =
                new Problem(
                        "/problems/" + code.code(),
                        code.title(),
                        code.status(),
                        detail,
                        path.substring(0, Math.min(path.length(), INSTANCE_LENGTH_MAX)),
                        code.code());
        return Response.status(code.status()).type(MEDIA_TYPE).entity(problem);
    }
}
