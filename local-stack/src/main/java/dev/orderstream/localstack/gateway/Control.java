package dev.orderstream.localstack.gateway;

import dev.orderstream.localstack.web.Answer;
import dev.orderstream.localstack.web.JsonText;
import dev.orderstream.localstack.web.Request;
import dev.orderstream.localstack.web.RequestRefused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// `/_simulator`: what tests and operators of the local stack ask and tell the simulator, from this
/// machine only.
final class Control {

    private final Books books;
    private final Desk desk;
    private final Mischief mischief;
    private final Webhooks webhooks;

    Control(Books books, Desk desk, Mischief mischief, Webhooks webhooks) {
        this.books = books;
        this.desk = desk;
        this.mischief = mischief;
        this.webhooks = webhooks;
    }

    Answer handle(Request request) throws IOException {
        request.requireLocal();
        return switch (request.method() + " " + request.path()) {
            case "GET /_simulator/health" ->
                    Answer.json(200, "{\"status\":\"UP\"}".getBytes(StandardCharsets.UTF_8));
            case "GET /_simulator/ledger" -> ledger(request);
            case "GET /_simulator/behaviour" -> behaviour();
            case "PUT /_simulator/behaviour" -> behave(request);
            case "POST /_simulator/reset" -> reset();
            default -> authenticated(request);
        };
    }

    private Answer ledger(Request request) {
        boolean captured = "true".equals(request.query().get("captured"));
        String after = request.query().get("after");
        if (after != null && !books.read(state -> state.intents.has(after))) {
            throw new RequestRefused(400, "No such payment intent: " + after);
        }
        long limit = request.queryNumber("limit", Long.MAX_VALUE, 1, Long.MAX_VALUE);
        return Answer.stream("application/json", Ledger.of(books, captured, after, limit));
    }

    private Answer behaviour() throws IOException {
        return Answer.json(200, JsonText.bytes(mischief.behaviour()));
    }

    private Answer behave(Request request) throws IOException {
        mischief.set(JsonText.merged(mischief.behaviour(), request.body(), Behaviour.class));
        webhooks.resume();
        return behaviour();
    }

    private Answer reset() throws IOException {
        webhooks.forget();
        books.clear();
        mischief.set(Behaviour.perfect(mischief.behaviour().webhooks().wellBehaved()));
        return behaviour();
    }

    /// `POST /_simulator/payment_intents/{id}/approve` or `/reject`: the customer's answer, by a
    /// program.
    private Answer authenticated(Request request) {
        String[] path = request.path().split("/", -1);
        Boolean approved = path.length == 5 ? approval(path[4]) : null;
        if (approved == null || !path[2].equals("payment_intents") || !request.is("POST")) {
            throw new RequestRefused(404, "There is no " + request.path());
        }
        return switch (Authentication.answer(desk, path[3], approved)) {
            case DONE -> Answer.empty(204);
            case NOT_ASKED -> throw new RequestRefused(409, "It awaits no approval");
            case UNKNOWN -> throw new RequestRefused(404, "There is no such payment intent");
        };
    }

    private static @Nullable Boolean approval(String word) {
        return switch (word) {
            case "approve" -> true;
            case "reject" -> false;
            default -> null;
        };
    }
}
