package dev.orderstream.localstack.gateway;

/// The customer's answer to a 3-D Secure question.
final class Authentication {

    /// What came of an answer.
    enum Result {
        DONE,
        NOT_ASKED,
        UNKNOWN
    }

    private static final class Refused extends RuntimeException {
        private final Result result;

        Refused(Result result) {
            super(result.name(), null, false, false);
            this.result = result;
        }
    }

    private Authentication() {}

    static Result answer(Desk desk, String id, boolean approved) {
        try {
            Change unused = desk.change(state -> decide(state, id, approved), null, null);
            return Result.DONE;
        } catch (Refused refused) {
            return refused.result;
        }
    }

    private static Change decide(Books.State state, String id, boolean approved) {
        PaymentIntent intent = state.intents.get(id);
        if (intent == null) {
            throw new Refused(Result.UNKNOWN);
        }
        if (intent.status() != IntentStatus.REQUIRES_ACTION) {
            throw new Refused(Result.NOT_ASKED);
        }
        return approved ? Charging.approved(intent) : Charging.rejected(intent);
    }
}
