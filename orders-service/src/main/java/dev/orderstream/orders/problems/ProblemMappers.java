package dev.orderstream.orders.problems;

import dev.orderstream.delivery.database.Failure;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/// Turns whatever ends a request into a problem document, without a word about our insides.
class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final int RETRY_AFTER_S = 2;

    private final ProblemAnswers answers;

    ProblemMappers(ProblemAnswers answers) {
        this.answers = answers;
    }

    @ServerExceptionMapper
    Response known(ProblemException e, UriInfo uri) {
        Response.ResponseBuilder answer = answer(e.code(), e.detail(), e.errors(), uri);
        e.retryAfter()
                .ifPresent(wait ->
                        answer.header(HttpHeaders.RETRY_AFTER, ProblemAnswers.seconds(wait)));
        return answer.build();
    }

    @ServerExceptionMapper({AuthenticationFailedException.class, UnauthorizedException.class})
    Response unauthenticated(UriInfo uri) {
        return answer(
                        ProblemCode.UNAUTHENTICATED,
                        "Send an access token in the Authorization header, as Bearer.",
                        List.of(),
                        uri)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException e, UriInfo uri) {
        return answer(
                        ProblemCode.FORBIDDEN,
                        "The roles of the access token do not include this operation.",
                        List.of(),
                        uri)
                .build();
    }

    @ServerExceptionMapper
    Response http(WebApplicationException e, UriInfo uri, ServerRequestContext request) {
        ProblemCode code = ofStatus(e.getResponse().getStatus());
        if (code == ProblemCode.INTERNAL_ERROR) {
            return unexpected(e, uri, request);
        }
        Response.ResponseBuilder answer = answer(code, code.title() + ".", List.of(), uri);
        Object allow = e.getResponse().getHeaders().getFirst(HttpHeaders.ALLOW);
        return allow == null ? answer.build() : answer.header(HttpHeaders.ALLOW, allow).build();
    }

    @ServerExceptionMapper
    Response unexpected(Throwable e, UriInfo uri, ServerRequestContext request) {
        if (Failure.of(e) == Failure.UNAVAILABLE) {
            LOG.warnf("a request found no database: %s", e.getMessage());
            return answer(
                            ProblemCode.TEMPORARILY_UNAVAILABLE,
                            "Try again in a moment, with the same Idempotency-Key.",
                            List.of(),
                            uri)
                    .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_S)
                    .build();
        }
        if (request.serverResponse().closed()) {
            LOG.debug("a client left before its answer", e);
        } else {
            LOG.error("a request failed", e);
        }
        return answer(
                        ProblemCode.INTERNAL_ERROR,
                        "Try again with the same Idempotency-Key; an order is placed once.",
                        List.of(),
                        uri)
                .build();
    }

    private Response.ResponseBuilder answer(
            ProblemCode code, String detail, List<FieldError> errors, UriInfo uri) {
        Problem problem = answers.problem(code, detail, errors, uri.getRequestUri().getRawPath());
        return Response.status(code.status()).type(Problem.MEDIA_TYPE).entity(problem);
    }

    private static ProblemCode ofStatus(int status) {
        return switch (status) {
            case 401 -> ProblemCode.UNAUTHENTICATED;
            case 403 -> ProblemCode.FORBIDDEN;
            case 404 -> ProblemCode.NOT_FOUND;
            case 405 -> ProblemCode.METHOD_NOT_ALLOWED;
            case 406 -> ProblemCode.NOT_ACCEPTABLE;
            case 413 -> ProblemCode.BODY_TOO_LARGE;
            case 415 -> ProblemCode.MEDIA_TYPE_NOT_SUPPORTED;
            default -> status < 500 ? ProblemCode.BAD_REQUEST : ProblemCode.INTERNAL_ERROR;
        };
    }
}
