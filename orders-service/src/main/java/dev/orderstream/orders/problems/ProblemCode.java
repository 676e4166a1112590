package dev.orderstream.orders.problems;

/// The catalogue of problems: each with its stable code, HTTP status and title.
public enum ProblemCode {
    MALFORMED_JSON(400, "The body is not valid JSON"),
    IDEMPOTENCY_KEY_MISSING(400, "The Idempotency-Key header is missing"),
    IDEMPOTENCY_KEY_INVALID(400, "The Idempotency-Key header is not usable"),
    PARAMETER_INVALID(400, "A query parameter is not usable"),
    BAD_REQUEST(400, "The request cannot be understood"),
    UNAUTHENTICATED(401, "A valid access token is needed"),
    FORBIDDEN(403, "The access token does not allow this"),
    NOT_FOUND(404, "There is nothing at this path"),
    ORDER_NOT_FOUND(404, "There is no such order"),
    METHOD_NOT_ALLOWED(405, "This path does not know this method"),
    NOT_ACCEPTABLE(406, "The Accept header excludes what the answer would be"),
    IDEMPOTENCY_KEY_IN_USE(409, "A request with this Idempotency-Key is under way"),
    CANCELLATION_TOO_LATE(409, "The order can no longer be cancelled"),
    ORDER_ALREADY_ENDED(409, "The order has ended and there is nothing to cancel"),
    BODY_TOO_LARGE(413, "The body is too large"),
    MEDIA_TYPE_NOT_SUPPORTED(415, "The body must be application/json"),
    VALIDATION_FAILED(422, "The body has invalid fields"),
    CURRENCY_NOT_SUPPORTED(422, "The currency is not supported"),
    CURRENCIES_MIXED(422, "All lines must have one currency"),
    TOTAL_NOT_CHARGEABLE(422, "The total is zero and cannot be charged"),
    TOTAL_TOO_LARGE(422, "The total is more than a card can be charged"),
    ORDER_TOO_LARGE(422, "The order is too large to be told as one event"),
    IDEMPOTENCY_KEY_REUSED(422, "The Idempotency-Key was used for another order"),
    RATE_LIMITED(429, "The client sends too many requests"),
    TOO_MANY_STREAMS(429, "The client has too many streams open"),
    INTERNAL_ERROR(500, "Something went wrong on our side"),
    TEMPORARILY_UNAVAILABLE(503, "The service cannot take requests at the moment");

    private final int status;
    private final String title;

    ProblemCode(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /// As it stands in the document, such as `order-not-found`.
    public String code() {
        return Codes.of(this);
    }

    /// The HTTP status that comes with it.
    public int status() {
        return status;
    }

    /// The same for every occurrence.
    public String title() {
        return title;
    }
}
