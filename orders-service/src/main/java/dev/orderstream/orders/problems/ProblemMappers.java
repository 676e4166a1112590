package dev.orderstream.orders.problems;

import dev.orderstream.delivery.database.Failure;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/// Turns whatever ends a request into a problem document, without a word about our insides.
class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final int RETRY_AFTER_S = 2;

    private final ProblemAnswers answers;
    private final AllowedMethods methods;

    ProblemMappers(ProblemAnswers answers, AllowedMethods methods) {
        this.answers = answers;
        this.methods = methods;
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
    Response http(
            WebApplicationException e, UriInfo uri, Request request, ServerRequestContext context) {
        ProblemCode code = ofStatus(e.getResponse().getStatus());
        return switch (code) {
            case INTERNAL_ERROR -> unexpected(e, uri, context);
            case NOT_FOUND, METHOD_NOT_ALLOWED -> unknown(uri, request.getMethod());
            default -> general(code, uri).build();
        };
    }

    /// The framework tells neither which methods there are, nor always a wrong one from a wrong
    /// path.
    private Response unknown(UriInfo uri, String method) {
        Set<String> allowed = methods.at(uri.getPath());
        return allowed.isEmpty() || allowed.contains(method)
                ? general(ProblemCode.NOT_FOUND, uri).build()
                : general(ProblemCode.METHOD_NOT_ALLOWED, uri)
                        .header(HttpHeaders.ALLOW, String.join(", ", allowed))
                        .build();
    }

    private Response.ResponseBuilder general(ProblemCode code, UriInfo uri) {
        return answer(code, code.title() + ".", List.of(), uri);
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
            case 412 -> ProblemCode.PRECONDITION_FAILED;
            case 413 -> ProblemCode.BODY_TOO_LARGE;
            case 415 -> ProblemCode.MEDIA_TYPE_NOT_SUPPORTED;
            default -> status < 500 ? ProblemCode.BAD_REQUEST : ProblemCode.INTERNAL_ERROR;
        };
    }
}
