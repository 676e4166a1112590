package dev.orderstream.orders.problems;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Ends a request with a problem.
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemCode code;
    private final transient List<FieldError> errors;
    private final @Nullable Duration retryAfter;

    /// A problem with the request as a whole.
    public ProblemException(ProblemCode code, String detail) {
        this(code, detail, List.of());
    }

    /// A problem with some fields of the request.
    public ProblemException(ProblemCode code, String detail, List<FieldError> errors) {
        this(code, detail, errors, null);
    }

    /// A problem that is over after a while.
    public ProblemException(ProblemCode code, String detail, Duration retryAfter) {
        this(code, detail, List.of(), retryAfter);
    }

    private ProblemException(
            ProblemCode code,
            String detail,
            List<FieldError> errors,
            @Nullable Duration retryAfter) {
        super(detail, null, false, false);
        this.code = code;
        this.errors = List.copyOf(errors);
        this.retryAfter = retryAfter;
    }

    ProblemCode code() {
        return code;
    }

    String detail() {
        return String.valueOf(getMessage());
    }

    List<FieldError> errors() {
        return errors;
    }

    Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
