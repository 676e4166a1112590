package dev.orderstream.localstack.gateway;

import org.jspecify.annotations.Nullable;

/// A request that the gateway refuses, as its API reports it.
final class ApiError extends RuntimeException {

    private static final String INVALID_REQUEST = "invalid_request_error";

    private final int status;
    private final CardError error;
    private final @Nullable PaymentIntent intent;

    private ApiError(int status, CardError error, @Nullable PaymentIntent intent) {
        super(error.message(), null, false, false);
        this.status = status;
        this.error = error;
        this.intent = intent;
    }

    static ApiError of(int status, String type, @Nullable String code, String message) {
        return new ApiError(status, error(type, code, message, null), null);
    }

    static ApiError invalid(@Nullable String code, String message, @Nullable String param) {
        return new ApiError(400, error(INVALID_REQUEST, code, message, param), null);
    }

    static ApiError missing(String param) {
        return invalid("parameter_missing", "Missing required param: " + param + ".", param);
    }

    static ApiError noSuch(int status, String kind, String id, String param) {
        String message = "No such " + kind + ": '" + id + "'";
        return new ApiError(
                status, error(INVALID_REQUEST, "resource_missing", message, param), null);
    }

    static ApiError unexpectedState(PaymentIntent intent, String message) {
        String code = "payment_intent_unexpected_state";
        return new ApiError(400, error(INVALID_REQUEST, code, message, null), intent);
    }

    private static CardError error(
            String type, @Nullable String code, String message, @Nullable String param) {
        return new CardError(type, code == null ? "" : code, null, message, param, null);
    }

    int status() {
        return status;
    }

    CardError error() {
        return error;
    }

    @Nullable PaymentIntent intent() {
        return intent;
    }
}
