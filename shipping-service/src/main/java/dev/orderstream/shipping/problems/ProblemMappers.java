package dev.orderstream.shipping.problems;

import dev.orderstream.delivery.database.Failure;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// Turns whatever ends a request into a problem document, without a word about our insides.
class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final int RETRY_AFTER_S = 2;

    @ServerExceptionMapper
    Response known(ProblemException e, UriInfo uri) {
        return Problem.answer(e.code(), e.detail(), uri).build();
    }

    @ServerExceptionMapper({AuthenticationFailedException.class, UnauthorizedException.class})
    Response unauthenticated(UriInfo uri) {
        return Problem.answer(
                        ProblemCode.UNAUTHENTICATED,
                        "Send an access token in the Authorization header, as Bearer.",
                        uri)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException e, UriInfo uri) {
        return Problem.answer(
                        ProblemCode.FORBIDDEN,
                        "The roles of the access token do not include this operation.",
                        uri)
                .build();
    }

    @ServerExceptionMapper
    Response http(WebApplicationException e, UriInfo uri) {
        ProblemCode code = ProblemCode.ofStatus(e.getResponse().getStatus());
        if (code == ProblemCode.INTERNAL_ERROR) {
            return unexpected(e, uri);
        }
        Response.ResponseBuilder answer = Problem.answer(code, code.title() + ".", uri);
        Object allow = e.getResponse().getHeaders().getFirst(HttpHeaders.ALLOW);
        return allow == null ? answer.build() : answer.header(HttpHeaders.ALLOW, allow).build();
    }

    @ServerExceptionMapper
    Response unexpected(Throwable e, UriInfo uri) {
        if (Failure.of(e) == Failure.UNAVAILABLE) {
            LOG.warnf("a request found no database: %s", e.getMessage());
            return Problem.answer(
                            ProblemCode.TEMPORARILY_UNAVAILABLE, "Try again in a moment.", uri)
                    .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_S)
                    .build();
        }
        LOG.error("a request failed", e);
        return Problem.answer(
                        ProblemCode.INTERNAL_ERROR,
                        "Try again; what was reported already is taken once.",
                        uri)
                .build();
    }
}
