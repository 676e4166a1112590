package dev.orderstream.localstack.gateway;

import dev.orderstream.localstack.web.Answer;
import dev.orderstream.localstack.web.FormText;
import dev.orderstream.localstack.web.Request;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// `/v1`: authenticates, gives an idempotent request its first result again, and otherwise answers
/// it.
final class Api {

    private final Desk desk;
    private final Idempotency idempotency;
    private final Readings readings;
    private final Access access;
    private final Mischief mischief;
    private final String base;

    Api(Books books, Desk desk, Mischief mischief, Access access, String base) {
        this.desk = desk;
        this.idempotency = new Idempotency(books);
        this.readings = new Readings(books, base);
        this.access = access;
        this.mischief = mischief;
        this.base = base;
    }

    Answer handle(Request request) throws IOException, InterruptedException {
        boolean posts = request.is("POST");
        Mischief.Trouble trouble = mischief.next(posts);
        return switch (trouble) {
            case NONE -> answer(request, posts);
            case RESET -> Answer.dropped();
            case ERROR -> injected();
            case TIMEOUT_BEFORE -> held();
            case TIMEOUT_AFTER -> {
                Answer unheard = answer(request, posts);
                yield unheard.status() < 0 ? unheard : held();
            }
        };
    }

    private Answer answer(Request request, boolean posts) throws IOException, InterruptedException {
        Map<String, String> headers = new HashMap<>();
        String id = Ids.next("req_");
        headers.put("Request-Id", id);
        Reply reply;
        try {
            access.check(request);
            headers.put("Stripe-Version", Access.version(request));
            reply = posts ? post(request, id, headers) : get(request);
        } catch (ApiError error) {
            reply = Reply.of(error, base);
        }
        return Answer.json(reply.status(), Wire.bytes(reply.body())).with(headers);
    }

    private Reply get(Request request) throws InterruptedException {
        slow();
        Reply reply =
                request.is("GET")
                        ? readings.find(request.path().split("/", -1), new Form(request.query()))
                        : null;
        if (reply == null) {
            throw unknown(request);
        }
        return reply;
    }

    private Reply post(Request request, String id, Map<String, String> headers)
            throws IOException, InterruptedException {
        String text = new String(request.body(), StandardCharsets.UTF_8);
        Form form = new Form(FormText.parse(text));
        Function<Books.State, Change> decide = Postings.find(request.path().split("/", -1), form);
        if (decide == null) {
            throw unknown(request);
        }
        Change.Remembered key =
                Idempotency.key(request.header("Idempotency-Key"), request.path(), form);
        Change change = key == null ? once(decide, id, null) : keyed(decide, id, key);
        if (key != null) {
            headers.put("Idempotency-Key", key.key());
            headers.put("Original-Request", String.valueOf(change.request()));
        }
        if (!id.equals(change.request())) {
            headers.put("Idempotent-Replayed", "true");
        }
        return Reply.of(change, form, base);
    }

    private Change keyed(Function<Books.State, Change> decide, String id, Change.Remembered key)
            throws InterruptedException {
        idempotency.begin(key);
        try {
            Change earlier = idempotency.earlier(key);
            return earlier == null ? once(decide, id, key) : earlier;
        } finally {
            idempotency.end(key);
        }
    }

    private Change once(
            Function<Books.State, Change> decide, String id, Change.@Nullable Remembered key)
            throws InterruptedException {
        slow();
        return desk.change(decide, id, key);
    }

    private void slow() throws InterruptedException {
        long latency = mischief.behaviour().latencyMs();
        if (latency > 0) {
            Thread.sleep(latency);
        }
    }

    private Answer held() throws InterruptedException {
        Thread.sleep(mischief.behaviour().timeoutHoldMs());
        return Answer.dropped();
    }

    private Answer injected() {
        Behaviour behaviour = mischief.behaviour();
        ApiError error =
                behaviour.status() == 429
                        ? ApiError.of(
                                429,
                                "invalid_request_error",
                                "rate_limit",
                                "Too many requests hit the API too quickly.")
                        : ApiError.of(
                                behaviour.status(), "api_error", null, "An unknown error occurred");
        Map<String, String> headers = new HashMap<>();
        headers.put("Request-Id", Ids.next("req_"));
        if (behaviour.retryAfterS() != null) {
            headers.put("Retry-After", behaviour.retryAfterS().toString());
        }
        return Answer.json(error.status(), Wire.bytes(Reply.of(error, base).body())).with(headers);
    }

    private static ApiError unknown(Request request) {
        return ApiError.of(
                404,
                "invalid_request_error",
                null,
                "Unrecognized request URL (" + request.method() + ": " + request.path() + ").");
    }
}
