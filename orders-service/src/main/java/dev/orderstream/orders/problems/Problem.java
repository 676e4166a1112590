package dev.orderstream.orders.problems;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A problem document, RFC 9457.
///
/// @param type a stable URI reference
/// @param instance the path that was asked for
/// @param traceId finds the occurrence in traces and logs
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String code,
        @Nullable String traceId,
        @Nullable List<FieldError> errors) {

    /// Paths from outside are repeated up to this length.
    private static final int INSTANCE_LENGTH_MAX = 200;

    /// The media type of the document.
    public static final String MEDIA_TYPE = "application/problem+json";

    static Problem of(
            ProblemCode code,
            String detail,
            List<FieldError> errors,
            String path,
            @Nullable String traceId) {
        return new Problem(
                code.type(),
                code.title(),
                code.status(),
                detail,
                path.substring(0, Math.min(path.length(), INSTANCE_LENGTH_MAX)),
                code.code(),
                traceId,
                errors.isEmpty() ? null : errors);
    }
}
