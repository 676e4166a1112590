package dev.orderstream.localstack.gateway;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The API's POST requests by path.
final class Postings {

    private Postings() {}

    /// The decision that the path asks for, null for a path that there is not.
    static @Nullable Function<Books.State, Change> find(String[] path, Form form) {
        return switch (path.length) {
            case 3 ->
                    switch (path[2]) {
                        case "payment_intents" -> state -> PaymentIntents.create(form);
                        case "refunds" -> state -> Refunding.create(state, form);
                        default -> null;
                    };
            case 5 -> path[2].equals("payment_intents") ? onIntent(path[3], path[4], form) : null;
            default -> null;
        };
    }

    private static @Nullable Function<Books.State, Change> onIntent(
            String id, String action, Form form) {
        return switch (action) {
            case "confirm" -> state -> PaymentIntents.confirm(intent(state, id), form);
            case "cancel" -> state -> PaymentIntents.cancel(intent(state, id), form);
            default -> null;
        };
    }

    static PaymentIntent intent(Books.State state, String id) {
        PaymentIntent intent = state.intents.get(id);
        if (intent == null) {
            throw ApiError.noSuch(404, "payment_intent", id, "intent");
        }
        return intent;
    }
}
