package dev.orderstream.localstack.mail;

import dev.orderstream.localstack.web.Html;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The list of mails, newest first.
///
/// @param order shows the mails of this order only, empty for all
record InboxHtml(List<Envelope> mails, int total, String order, boolean more, boolean first) {

    String page() {
        StringBuilder body = new StringBuilder(header());
        body.append("<main class=\"card\">\n");
        if (mails.isEmpty()) {
            body.append("<p class=\"empty dim\">").append(nothing()).append("</p>\n");
        } else {
            body.append("<ol>\n");
            mails.forEach(mail -> body.append(row(mail)));
            body.append("</ol>\n");
        }
        return Page.of("Inbox", body.append("</main>\n").append(paging()).toString());
    }

    private String header() {
        return """
        <header>
        <h1>Inbox</h1>
        <span class="dim">%s</span>
        <form method="get">
        <input name="order" value="%s" placeholder="Order id" aria-label="Order id">
        <button>Find</button>
        </form>
        </header>
        """
                .formatted(total == 1 ? "1 mail" : total + " mails", Html.escape(order));
    }

    private String nothing() {
        return order.isEmpty() ? "No mail has arrived yet." : "No mail for this order.";
    }

    private static String row(Envelope mail) {
        String order = mail.order();
        return """
        <li><a class="mail" href="/messages/%d">%s<span class="what">%s</span><span class="to">%s</span>\
        <small class="dim">from %s%s</small></a></li>
        """
                .formatted(
                        mail.id(),
                        Page.time(mail.receivedAt()),
                        Html.escape(mail.subject().isBlank() ? "(no subject)" : mail.subject()),
                        Html.escape(String.join(", ", mail.to())),
                        Html.escape(mail.from()),
                        order == null ? "" : ", order " + Html.escape(order));
    }

    private String paging() {
        String filter =
                order.isEmpty() ? "" : "order=" + URLEncoder.encode(order, StandardCharsets.UTF_8);
        String newest = first ? "<span></span>" : "<a href=\"/?" + filter + "\">Newest</a>";
        String older =
                more
                        ? "<a href=\"/?"
                                + (filter.isEmpty() ? "" : filter + "&amp;")
                                + "before="
                                + mails.getLast().id()
                                + "\">Older</a>"
                        : "";
        return "<nav>" + newest + older + "</nav>\n";
    }
}
