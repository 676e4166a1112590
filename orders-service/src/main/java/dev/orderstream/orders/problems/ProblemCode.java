package dev.orderstream.orders.problems;

/// The catalogue of problems: each with its stable code, HTTP status and title.
public enum ProblemCode {
    MALFORMED_JSON(
            400,
            "The body is not valid JSON",
            "Send one JSON object in UTF-8: no duplicate names, nothing after it, at most 20 levels deep."),
    IDEMPOTENCY_KEY_MISSING(
            400,
            "The Idempotency-Key header is missing",
            "Send a new key with each new order, and the same key when you try again."),
    IDEMPOTENCY_KEY_INVALID(
            400,
            "The Idempotency-Key header is not usable",
            "Send one key of 1 to 255 visible ASCII characters."),
    PARAMETER_INVALID(
            400,
            "A query parameter is not usable",
            "The detail names the parameter and what it may be."),
    BAD_REQUEST(
            400,
            "The request cannot be understood",
            "The detail says what is wrong, where it is known."),
    UNAUTHENTICATED(
            401,
            "A valid access token is needed",
            "Send a valid access token in the Authorization header, as Bearer."),
    FORBIDDEN(
            403,
            "The access token does not allow this",
            "Use an access token with a role that includes the operation."),
    NOT_FOUND(
            404,
            "There is nothing at this path",
            "Look at the path: paths are case-sensitive and end without a slash."),
    ORDER_NOT_FOUND(
            404,
            "There is no such order",
            "Look at the id, and whether the access token is that of the owner of the order."),
    WEBHOOK_ENDPOINT_NOT_FOUND(
            404,
            "There is no such webhook endpoint",
            "Look at the id, and whether the access token is that of the owner of the endpoint."),
    WEBHOOK_DELIVERY_NOT_FOUND(
            404,
            "There is no such attempt to deliver a webhook",
            "Look at the id; the log of attempts is kept for a while only."),
    METHOD_NOT_ALLOWED(
            405,
            "This path does not know this method",
            "The Allow header says which methods there are."),
    NOT_ACCEPTABLE(
            406,
            "The Accept header excludes what the answer would be",
            "Accept application/json, or text/event-stream for a stream of events."),
    IDEMPOTENCY_KEY_IN_USE(
            409,
            "A request with this Idempotency-Key is under way",
            "Send the same request again in a moment; it is answered with the same order."),
    CANCELLATION_TOO_LATE(
            409,
            "The order can no longer be cancelled",
            "The parcel is on its way; the customer may send it back."),
    ORDER_ALREADY_ENDED(
            409,
            "The order has ended and there is nothing to cancel",
            "Nothing was charged and nothing will be sent."),
    TOO_MANY_WEBHOOK_ENDPOINTS(
            409,
            "The client has as many webhook endpoints as it may have",
            "Delete an endpoint first; disabled ones count too."),
    WEBHOOK_ENDPOINT_DISABLED(
            409,
            "The webhook endpoint takes nothing any more",
            "Its owner deleted it, or it answered 410; the owner can register it anew."),
    PRECONDITION_FAILED(
            412,
            "The order has no ETag that If-Match could mean",
            "Leave If-Match out: the ETags are weak. If-None-Match tells whether something is new."),
    BODY_TOO_LARGE(
            413,
            "The body is too large",
            "Send a smaller body; the detail says how large it may be."),
    MEDIA_TYPE_NOT_SUPPORTED(
            415,
            "The body must be application/json",
            "Send JSON, with the Content-Type application/json."),
    VALIDATION_FAILED(
            422,
            "The body has invalid fields",
            "Each member of errors points to a field and says what it must be."),
    CURRENCY_NOT_SUPPORTED(422, "The currency is not supported", "Use a currency that is taken."),
    CURRENCIES_MIXED(422, "All lines must have one currency", "Place one order for each currency."),
    TOTAL_NOT_CHARGEABLE(
            422,
            "The total is zero and cannot be charged",
            "Have at least one line that is not free."),
    TOTAL_TOO_LARGE(422, "The total is more than a card can be charged", "Split the order."),
    ORDER_TOO_LARGE(
            422,
            "The order is too large to be told as one event",
            "Split the order, or shorten its texts."),
    IDEMPOTENCY_KEY_REUSED(
            422,
            "The Idempotency-Key was used for another order",
            "Use a new key for another order. The first order of the key stands."),
    WEBHOOK_HOST_NOT_ALLOWED(
            422,
            "Webhooks may not be sent to this host",
            "Have whoever runs the service allow the origin of the URL."),
    RATE_LIMITED(
            429,
            "The client sends too many requests",
            "Wait as long as the Retry-After header says, and send fewer requests a second."),
    TOO_MANY_STREAMS(
            429,
            "The client has too many streams open",
            "Close streams that nobody watches, or read the timeline from time to time."),
    INTERNAL_ERROR(
            500,
            "Something went wrong on our side",
            "Try again with the same Idempotency-Key: an order is placed once. The traceId helps us find the fault."),
    TEMPORARILY_UNAVAILABLE(
            503,
            "The service cannot take requests at the moment",
            "Wait as long as the Retry-After header says and try again, with the same Idempotency-Key.");

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVICE_UNAVAILABLE = 503;

    private final int status;
    private final String title;
    private final String remedy;

    ProblemCode(int status, String title, String remedy) {
        this.status = status;
        this.title = title;
        this.remedy = remedy;
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

    /// What whoever gets it can do.
    public String remedy() {
        return remedy;
    }

    /// The URI reference that names it, and under which its page is.
    public String type() {
        return "/problems/" + code();
    }

    /// Whether it comes with a `Retry-After`.
    public boolean retried() {
        return status == TOO_MANY_REQUESTS
                || status == SERVICE_UNAVAILABLE
                || this == IDEMPOTENCY_KEY_IN_USE;
    }
}
