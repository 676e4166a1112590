package dev.orderstream.localstack.gateway;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds the test card that a request names, and refuses card numbers.
final class PaymentMethods {

    private static final Pattern CARD_NUMBER = Pattern.compile("[0-9][0-9 -]{11,22}[0-9]");

    private PaymentMethods() {}

    /// The message never repeats what was sent: it would end in a log.
    static void refuseRawCards(Form form) {
        String method = form.text("payment_method");
        boolean rawData =
                form.values().keySet().stream().anyMatch(n -> n.startsWith("payment_method_data"));
        if (rawData || (method != null && CARD_NUMBER.matcher(method).matches())) {
            throw ApiError.of(
                    402,
                    "invalid_request_error",
                    null,
                    "Sending credit card numbers directly to the API is generally unsafe. Use the"
                            + " published test payment methods.");
        }
    }

    static @Nullable TestCard chosen(Form form) {
        String id = form.text("payment_method");
        if (id == null) {
            return null;
        }
        TestCard card = TestCards.find(id);
        if (card == null) {
            throw ApiError.noSuch(400, "PaymentMethod", id, "payment_method");
        }
        return card;
    }
}
