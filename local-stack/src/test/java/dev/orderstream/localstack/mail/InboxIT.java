package dev.orderstream.localstack.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The inbox, with mails as a mail library sends them.
class InboxIT {

    private static final String HOSTILE = "<script>alert('1')</script>\"><img src=x onerror=a()>";

    @TempDir Path data;
    Post post;

    @BeforeEach
    void start() throws IOException {
        post = Post.at(data);
    }

    @AfterEach
    void stop() throws IOException {
        post.close();
    }

    @Test
    void subjectsAndPartsAreDecoded() throws Exception {
        send("Ihre Bestellung ist unterwegs – 12,34 €", "Grüße", "<p>Grüße</p>");

        JsonNode mail = post.json("/api/messages/1");

        assertThat(mail.at("/subject").asText())
                .isEqualTo("Ihre Bestellung ist unterwegs – 12,34 €");
        assertThat(mail.at("/text").asText()).isEqualTo("Grüße");
        assertThat(mail.at("/html").asText()).isEqualTo("<p>Grüße</p>");
        assertThat(mail.at("/all_headers").findValuesAsText("name"))
                .contains("Content-Type", "MIME-Version");
        assertThat(post.get("/").body()).contains("unterwegs – 12,34 €", "1 mail");
        assertThat(post.get("/messages/1").body()).contains("Grüße", "/messages/1/html");
    }

    @Test
    void nothingInAMailBecomesMarkup() throws Exception {
        try (SmtpClient smtp = post.smtp()) {
            smtp.send(
                    "shop@example.com",
                    "ann@example.com",
                    "Subject: "
                            + HOSTILE
                            + "\r\nX-Orderstream-Order: "
                            + HOSTILE
                            + "\r\nX-"
                            + HOSTILE.replace(" ", "")
                            + ": "
                            + HOSTILE
                            + "\r\n\r\n"
                            + HOSTILE);
        }

        for (String page : new String[] {"/", "/messages/1", "/?order=%3Cscript%3E"}) {
            HttpResponse<String> answer = post.get(page);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).doesNotContain("<script", "<img");
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .contains("default-src 'none'")
                    .doesNotContain("script-src");
        }
    }

    @Test
    void theHtmlPartHasNoRights() throws Exception {
        send("Hello", "Hello", "<p>Hello</p><script>alert(1)</script>");

        HttpResponse<String> answer = post.get("/messages/1/html");

        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("sandbox")
                .contains("default-src 'none'")
                .doesNotContain("allow-scripts", "allow-same-origin");
        assertThat(post.get("/messages/1").body()).contains("sandbox=\"allow-popups");
    }

    @Test
    void theListIsPagedAndFound() throws Exception {
        try (SmtpClient smtp = post.smtp()) {
            for (int i = 1; i <= 60; i++) {
                smtp.send(
                        "shop@example.com",
                        "ann@example.com",
                        "Subject: Mail %d.\r\nX-Orderstream-Order: order-%d\r\n\r\nx"
                                .formatted(i, i));
            }
        }

        assertThat(post.get("/").body())
                .contains("60 mails", "Mail 60.", "Mail 11.", "before=11")
                .doesNotContain("Mail 10.");
        assertThat(post.get("/?before=11").body()).contains("Mail 10.", "Mail 1.", "Newest");
        assertThat(post.get("/?order=order-7").body())
                .contains("Mail 7.")
                .doesNotContain("Mail 6.");
        JsonNode page = post.json("/api/messages?limit=25");
        assertThat(page.at("/messages")).hasSize(25);
        assertThat(page.at("/next").asInt()).isEqualTo(25);
        assertThat(post.json("/api/messages?after=50").at("/next").isNull()).isTrue();
        assertThat(post.json("/api/messages?order=order-7").at("/messages")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no header at all",
                "Content-Type: multipart/mixed\r\n\r\nno boundary",
                "Content-Type: text/html; charset=nonsense\r\n\r\n<p>x",
                "Content-Transfer-Encoding: base64\r\n\r\n%%%",
                "Subject: =?nonsense?Q?=FF?=\r\n\r\nx",
            })
    void aBrokenMailIsShownAllTheSame(String mail) throws Exception {
        try (SmtpClient smtp = post.smtp()) {
            smtp.send("a@example.com", "b@example.com", mail);
        }

        assertThat(post.get("/").statusCode()).isEqualTo(200);
        assertThat(post.get("/messages/1").statusCode()).isEqualTo(200);
        assertThat(post.get("/api/messages/1").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/messages/2", "/messages/x", "/messages/1/html", "/nothing", "/api/x"})
    void whatIsNotThereIsNotFound(String path) throws Exception {
        assertThat(post.get(path).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"refuse_all\": 250}",
                "{\"reject_recipient\": \"(\"}",
                "{\"die_after_data_rate\": 3}",
                "{\"colour\": 1}"
            })
    void nonsenseIsRefused(String behaviour) throws Exception {
        assertThat(post.send("PUT", "/api/behaviour", behaviour).statusCode()).isEqualTo(400);
    }

    private void send(String subject, String text, String html) throws Exception {
        Properties server = new Properties();
        server.setProperty("mail.smtp.host", "127.0.0.1");
        server.setProperty("mail.smtp.port", String.valueOf(post.catcher.smtpPort()));
        MimeMessage message = new MimeMessage(Session.getInstance(server));
        message.setFrom(new InternetAddress("shop@example.com"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress("ann@example.com"));
        message.setSubject(subject, "UTF-8");
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText(text, "UTF-8");
        MimeBodyPart rich = new MimeBodyPart();
        rich.setText(html, "UTF-8", "html");
        message.setContent(new MimeMultipart("alternative", plain, rich));
        Transport.send(message);
    }
}
