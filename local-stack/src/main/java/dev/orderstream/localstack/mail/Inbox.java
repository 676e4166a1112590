package dev.orderstream.localstack.mail;

import dev.orderstream.localstack.web.Answer;
import dev.orderstream.localstack.web.Request;
import dev.orderstream.localstack.web.RequestRefused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The pages: the list of mails, one mail, and its HTML part, which is shown without any rights.
final class Inbox {

    private static final int PAGE_MAILS = 50;
    private static final String MESSAGES = "/messages/";
    private static final String HTML_PART = "/html";
    private static final String STRICT =
            "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; form-action 'self';"
                    + " base-uri 'none'; frame-ancestors 'none'";

    /// No scripts, no forms, nothing from elsewhere; a link opens a tab of its own.
    private static final String POWERLESS =
            "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none';"
                    + " style-src 'unsafe-inline'; img-src data:; base-uri 'none';"
                    + " form-action 'none'; frame-ancestors 'self'";

    private final MailStore store;
    private final MailApi api;

    Inbox(MailStore store, MailApi api) {
        this.store = store;
        this.api = api;
    }

    Answer handle(Request request) throws IOException {
        String path = request.path();
        if (path.startsWith("/api/")) {
            return api.handle(request);
        }
        request.requireLocal();
        if (!request.is("GET") && !request.is("HEAD")) {
            throw new RequestRefused(405, "Only to be read");
        }
        if (path.equals("/")) {
            return list(request);
        }
        if (!path.startsWith(MESSAGES)) {
            throw new RequestRefused(404, "There is no " + path);
        }
        String id = path.substring(MESSAGES.length());
        return id.endsWith(HTML_PART)
                ? html(id.substring(0, id.length() - HTML_PART.length()))
                : one(id);
    }

    private Answer list(Request request) {
        String order = request.query().getOrDefault("order", "");
        long before = request.queryNumber("before", Long.MAX_VALUE, 1, Long.MAX_VALUE);
        List<Envelope> mails = store.before(before, PAGE_MAILS + 1, MailApi.ofOrder(order));
        boolean more = mails.size() > PAGE_MAILS;
        List<Envelope> page = more ? mails.subList(0, PAGE_MAILS) : mails;
        boolean first = before == Long.MAX_VALUE;
        return page(new InboxHtml(page, store.count(), order, more, first).page());
    }

    private Answer one(String id) throws IOException {
        MailStore.Stored mail = MailApi.find(store, id);
        byte[] source = store.source(mail);
        return page(
                new MessageHtml(
                                mail.envelope(),
                                MailParts.of(source),
                                HeaderScan.of(source),
                                new String(source, StandardCharsets.UTF_8))
                        .page());
    }

    private Answer html(String id) throws IOException {
        MailParts parts = MailParts.of(store.source(MailApi.find(store, id)));
        String html = parts.html() == null ? "" : parts.html();
        return Answer.html(200, html)
                .with("Content-Security-Policy", POWERLESS)
                .with("Referrer-Policy", "no-referrer");
    }

    private static Answer page(String html) {
        return Answer.html(200, html)
                .with("Content-Security-Policy", STRICT)
                .with("Referrer-Policy", "no-referrer")
                .with("Cache-Control", "no-store");
    }
}
