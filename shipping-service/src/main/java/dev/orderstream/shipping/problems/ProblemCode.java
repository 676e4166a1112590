package dev.orderstream.shipping.problems;

import java.util.Arrays;
import java.util.Locale;

/// The catalogue of problems: each with its stable code, HTTP status and title.
public enum ProblemCode {
    MALFORMED_JSON(400, "The body is not valid JSON"),
    BAD_REQUEST(400, "The request cannot be understood"),
    UNAUTHENTICATED(401, "A valid access token is needed"),
    FORBIDDEN(403, "The access token does not allow this"),
    NOT_FOUND(404, "There is nothing at this path"),
    SHIPMENT_NOT_FOUND(404, "No shipment is known for this order"),
    METHOD_NOT_ALLOWED(405, "This path does not know this method"),
    NOT_ACCEPTABLE(406, "The answer would be JSON, which the Accept header excludes"),
    SHIPMENT_NOT_READY(409, "The parcel is not that far"),
    SHIPMENT_CANCELLED(409, "The shipment is cancelled"),
    SHIPMENT_DISPATCHED_OTHERWISE(409, "The parcel was dispatched under another number"),
    BODY_TOO_LARGE(413, "The body is too large"),
    MEDIA_TYPE_NOT_SUPPORTED(415, "The body must be application/json"),
    VALIDATION_FAILED(422, "The report has invalid fields"),
    INTERNAL_ERROR(500, "Something went wrong on our side"),
    TEMPORARILY_UNAVAILABLE(503, "The service cannot take requests at the moment");

    private final int status;
    private final String title;

    ProblemCode(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /// As it stands in the document, such as `shipment-not-found`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The HTTP status that comes with it.
    public int status() {
        return status;
    }

    /// The same for every occurrence.
    public String title() {
        return title;
    }

    /// The general problem of a status; for one that has none, it is ours or the request's.
    static ProblemCode ofStatus(int status) {
        return Arrays.stream(values())
                .filter(code -> code.status == status && code != MALFORMED_JSON)
                .findFirst()
                .orElse(status < 500 ? BAD_REQUEST : INTERNAL_ERROR);
    }
}
