package dev.orderstream.orders.problems;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.orderstream.delivery.trace.Traces;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Builds problem documents with the path and trace of the current request.
@ApplicationScoped
class ProblemAnswers {

    private static final int TRACE_ID_BEGIN = 3;
    private static final int TRACE_ID_END = 35;

    private final Traces traces;
    private final ObjectMapper json;

    ProblemAnswers(Traces traces, ObjectMapper json) {
        this.traces = traces;
        this.json = json;
    }

    Problem problem(ProblemCode code, String detail, List<FieldError> errors, String path) {
        return Problem.of(code, detail, errors, path, traceId(traces.current()));
    }

    /// The document as text, for answers that are given before the resource layer.
    String text(ProblemCode code, String detail, String path) {
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
