package dev.orderstream.email.sending;

import dev.orderstream.email.composing.ComposedMail;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// A mail as it goes over the wire (RFC 5322, MIME): two alternatives, each in base64.
///
/// In base64 no line begins with a dot, none is too long, and nothing in a text can end the mail.
final class MimeMail {

    /// An underscore never occurs in base64.
    private static final String BOUNDARY = "=_alternative_=";

    private static final Base64.Encoder BASE64 = Base64.getMimeEncoder();

    private final StringBuilder text = new StringBuilder(16_384);

    /// Adds a header whose value is made by us or was encoded.
    ///
    /// @throws IllegalArgumentException when the value could begin another header
    MimeMail header(String name, String value) {
        if (HeaderText.breaksOut(value)) {
            throw new IllegalArgumentException("the header " + name + " holds a line break");
        }
        text.append(name).append(": ").append(value).append("\r\n");
        return this;
    }

    /// The whole message.
    byte[] with(ComposedMail mail) {
        text.append("MIME-Version: 1.0\r\n")
                .append(
                        "Content-Type: multipart/alternative; boundary=\""
                                + BOUNDARY
                                + "\"\r\n\r\n");
        part("text/plain", mail.text());
        part("text/html", mail.html());
        text.append("--" + BOUNDARY + "--");
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private void part(String type, String body) {
        text.append("--" + BOUNDARY + "\r\nContent-Type: ")
                .append(type)
                .append("; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n")
                .append(
                        new String(
                                BASE64.encode(body.getBytes(StandardCharsets.UTF_8)),
                                StandardCharsets.ISO_8859_1))
                .append("\r\n");
    }
}
