package dev.orderstream.localstack.gateway;

import org.jspecify.annotations.Nullable;

/// Why a card was not charged, in the gateway's published words.
record CardError(
        String type,
        String code,
        @Nullable String declineCode,
        String message,
        @Nullable String param,
        @Nullable String adviceCode) {

    private static final String CARD_ERROR = "card_error";
    private static final String RETRY = "try_again_later";
    private static final String DECLINED = "Your card was declined.";

    static CardError declined(String declineCode, @Nullable String advice) {
        return declined(declineCode, DECLINED, advice);
    }

    static CardError declined(String declineCode, String message, @Nullable String advice) {
        return new CardError(CARD_ERROR, "card_declined", declineCode, message, null, advice);
    }

    static CardError wrong(String code, String message, String param) {
        return new CardError(CARD_ERROR, code, code, message, param, "confirm_card_data");
    }

    static CardError processing() {
        String code = "processing_error";
        return new CardError(
                CARD_ERROR,
                code,
                code,
                "An error occurred while processing your card. Try again in a little bit.",
                null,
                RETRY);
    }

    /// @param declineCode `authentication_required` off session, `authentication_not_handled` where
    ///   the caller refuses actions
    static CardError authenticationRequired(String declineCode) {
        return new CardError(
                CARD_ERROR,
                "authentication_required",
                declineCode,
                "Your card was declined. This transaction requires authentication.",
                null,
                null);
    }

    static CardError authenticationFailed() {
        return new CardError(
                "invalid_request_error",
                "payment_intent_authentication_failure",
                null,
                "We are unable to authenticate your payment method. Please choose a different"
                        + " payment method and try again.",
                null,
                null);
    }
}
