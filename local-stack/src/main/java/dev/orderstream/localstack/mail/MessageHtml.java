package dev.orderstream.localstack.mail;

import dev.orderstream.localstack.web.Html;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// One mail: who, what, its HTML and text, and its source.
record MessageHtml(Envelope mail, MailParts parts, List<HeaderScan.Header> headers, String source) {

    private static final int SOURCE_CHARS_MAX = 500_000;

    String page() {
        String subject = mail.subject().isBlank() ? "(no subject)" : mail.subject();
        String body =
                "<header><a href=\"/\">Inbox</a></header>\n"
                        + "<header><h1>"
                        + Html.escape(subject)
                        + "</h1></header>\n<main>\n"
                        + envelope()
                        + problem()
                        + html()
                        + text()
                        + all()
                        + "</main>\n";
        return Page.of(subject, body);
    }

    private String envelope() {
        StringBuilder list = new StringBuilder("<dl class=\"card\">\n");
        list.append(row("Received", Page.time(mail.receivedAt())));
        list.append(row("From", Html.escape(mail.from())));
        list.append(row("To", Html.escape(String.join(", ", mail.to()))));
        String order = mail.order();
        if (order != null) {
            list.append(row("Order", orderLink(order)));
        }
        return list.append("</dl>\n").toString();
    }

    private static String orderLink(String order) {
        return "<a href=\"/?order="
                + URLEncoder.encode(order, StandardCharsets.UTF_8)
                + "\">"
                + Html.escape(order)
                + "</a>";
    }

    private String problem() {
        return parts.problem() == null
                ? ""
                : "<p class=\"card empty\">This mail cannot be read: "
                        + Html.escape(parts.problem())
                        + "</p>\n";
    }

    private String html() {
        return parts.html() == null
                ? ""
                : "<section class=\"card\"><h2>HTML</h2><iframe title=\"HTML part\""
                        + " sandbox=\"allow-popups allow-popups-to-escape-sandbox\" src=\"/messages/"
                        + mail.id()
                        + "/html\"></iframe></section>\n";
    }

    private String text() {
        return parts.text() == null
                ? ""
                : "<section class=\"card\"><h2>Text</h2><pre>"
                        + Html.escape(parts.text())
                        + "</pre></section>\n";
    }

    private String all() {
        StringBuilder list = new StringBuilder("<dl>\n");
        headers.forEach(h -> list.append(row(Html.escape(h.name()), Html.escape(h.value()))));
        boolean cut = source.length() > SOURCE_CHARS_MAX;
        String shown = cut ? source.substring(0, SOURCE_CHARS_MAX) : source;
        return "<details class=\"card\"><summary>All headers</summary>"
                + list
                + "</dl></details>\n<details class=\"card\"><summary>Source ("
                + mail.size()
                + " bytes)</summary><pre>"
                + Html.escape(shown)
                + "</pre></details>\n<p><a href=\"/api/messages/"
                + mail.id()
                + "/raw\">Download the source</a></p>\n";
    }

    /// @param html is markup already
    private static String row(String name, String html) {
        return "<dt>" + name + "</dt><dd>" + html + "</dd>\n";
    }
}
