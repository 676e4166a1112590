package dev.orderstream.localstack.mail;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orderstream.localstack.web.Answer;
import dev.orderstream.localstack.web.JsonText;
import dev.orderstream.localstack.web.Request;
import dev.orderstream.localstack.web.RequestRefused;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// `/api`: the mails as JSON, and the server's behaviour.
final class MailApi {

    private static final int LIMIT = 100;
    private static final int LIMIT_MAX = 10_000;

    /// @param next what to ask `after` for the next page, null on the last one
    record Page(List<Envelope> messages, int total, @Nullable Long next) {}

    private final MailStore store;
    private final Mood mood;

    MailApi(MailStore store, Mood mood) {
        this.store = store;
        this.mood = mood;
    }

    Answer handle(Request request) throws IOException {
        request.requireLocal();
        return switch (request.method() + " " + request.path()) {
            case "GET /api/messages" -> json(page(request));
            case "DELETE /api/messages" -> clear();
            case "GET /api/count" -> json(Map.of("count", store.count()));
            case "GET /api/behaviour" -> json(mood.behaviour());
            case "PUT /api/behaviour" -> behave(request);
            default -> one(request);
        };
    }

    private Page page(Request request) {
        long after = request.queryNumber("after", 0, 0, Long.MAX_VALUE);
        long limit = request.queryNumber("limit", LIMIT, 1, LIMIT_MAX);
        List<Envelope> mails = store.after(after, limit + 1, ofOrder(request.query().get("order")));
        boolean more = mails.size() > limit;
        List<Envelope> page = more ? mails.subList(0, (int) limit) : mails;
        return new Page(page, store.count(), more ? page.getLast().id() : null);
    }

    static Predicate<Envelope> ofOrder(@Nullable String order) {
        return order == null || order.isEmpty() ? mail -> true : mail -> order.equals(mail.order());
    }

    private Answer one(Request request) throws IOException {
        String[] path = request.path().split("/", -1);
        boolean raw = path.length == 5 && path[4].equals("raw");
        if (!request.is("GET") || path.length < 4 || !path[2].equals("messages")) {
            throw new RequestRefused(404, "There is no " + request.path());
        }
        MailStore.Stored mail = find(store, path[3]);
        byte[] source = store.source(mail);
        if (raw) {
            return source(source);
        }
        if (path.length > 4) {
            throw new RequestRefused(404, "There is no " + request.path());
        }
        MailParts parts = MailParts.of(source);
        ObjectNode json = JsonText.PLAIN.valueToTree(mail.envelope());
        json.put("text", parts.text());
        json.put("html", parts.html());
        json.set("all_headers", JsonText.PLAIN.valueToTree(HeaderScan.of(source)));
        return json(json);
    }

    /// A download for a browser: a mail is never shown as a page of this server.
    private static Answer source(byte[] source) {
        return Answer.bytes("message/rfc822", source)
                .with("Content-Disposition", "attachment; filename=\"mail.eml\"");
    }

    static MailStore.Stored find(MailStore store, String id) {
        MailStore.Stored mail = id.matches("\\d{1,18}") ? store.find(Long.parseLong(id)) : null;
        if (mail == null) {
            throw new RequestRefused(404, "There is no such mail");
        }
        return mail;
    }

    private Answer clear() throws IOException {
        store.clear();
        return Answer.empty(204);
    }

    private Answer behave(Request request) throws IOException {
        mood.set(JsonText.merged(mood.behaviour(), request.body(), Behaviour.class));
        return json(mood.behaviour());
    }

    private static Answer json(Object value) throws IOException {
        return Answer.json(200, JsonText.bytes(value));
    }
}
