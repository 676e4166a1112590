package dev.orderstream.orders.problems;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.orderstream.delivery.trace.Traces;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Builds problem documents with the path and trace of the current request.
@ApplicationScoped
public class ProblemAnswers {

    private static final int TRACE_ID_BEGIN = 3;
    private static final int TRACE_ID_END = 35;
    private static final long NS_PER_S = 1_000_000_000;

    private final Traces traces;
    private final ObjectMapper json;

    ProblemAnswers(Traces traces, ObjectMapper json) {
        this.traces = traces;
        this.json = json;
    }

    Problem problem(ProblemCode code, String detail, List<FieldError> errors, String path) {
        return Problem.of(code, detail, errors, path, traceId(traces.current()));
    }

    /// Answers before the resource layer is reached; what is left of the body is read and dropped,
    /// so that the connection can be used again.
    public void end(RoutingContext context, ProblemCode code, String detail, Duration retryAfter) {
        context.request().resume();
        context.response().putHeader(HttpHeaders.RETRY_AFTER, seconds(retryAfter));
        end(context, code, detail);
    }

    void end(RoutingContext context, ProblemCode code, String detail) {
        var unused =
                context.response()
                        .setStatusCode(code.status())
                        .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                        .end(text(code, detail, context.request().path()));
    }

    /// As a `Retry-After` header has it: whole seconds, and never too few.
    static String seconds(Duration wait) {
        return Long.toString(wait.plusNanos(NS_PER_S - 1).toSeconds());
    }

    private String text(ProblemCode code, String detail, String path) {
        try {
            return json.writeValueAsString(problem(code, detail, List.of(), path));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem is always JSON", e);
        }
    }

    private static @Nullable String traceId(@Nullable String traceparent) {
        return traceparent == null ? null : traceparent.substring(TRACE_ID_BEGIN, TRACE_ID_END);
    }
}
