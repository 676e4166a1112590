package dev.orderstream.localstack.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Mails by SMTP, byte for byte.
class SmtpIT {

    private static final String MAIL =
            "Message-ID: <1@orderstream.local>\r\nSubject: Paid\r\nX-Orderstream-Order: order-1\r\n"
                    + "Auto-Submitted: auto-generated\r\n\r\nThank you.";

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
    void theServerSaysWhatItCan() throws IOException {
        try (SmtpClient smtp = post.smtp()) {
            assertThat(smtp.greeting()).contains("SIZE 10485760", "8BITMIME", "PIPELINING");
        }
    }

    @Test
    void aMailIsKeptWithItsEnvelope() throws Exception {
        try (SmtpClient smtp = post.smtp()) {
            smtp.send("shop@example.com", "ann@example.com", MAIL);
        }

        JsonNode mail = post.json("/api/messages").at("/messages/0");

        assertThat(mail.at("/message_id").asText()).isEqualTo("<1@orderstream.local>");
        assertThat(mail.at("/from").asText()).isEqualTo("shop@example.com");
        assertThat(mail.at("/to/0").asText()).isEqualTo("ann@example.com");
        assertThat(mail.at("/subject").asText()).isEqualTo("Paid");
        assertThat(mail.at("/auto_submitted").asText()).isEqualTo("auto-generated");
        assertThat(mail.at("/received_at").asText()).matches("\\d{4}-.*Z");
        assertThat(mail.at("/headers/X-Orderstream-Order").asText()).isEqualTo("order-1");
        assertThat(post.get("/api/messages/1/raw").body()).isEqualTo(MAIL + "\r\n");
    }

    /// A reply held back until the one before it is acknowledged comes 40 ms late.
    @Test
    void repliesToPipelinedCommandsDoNotWaitForOneAnother() throws Exception {
        int mails = 50;
        try (SmtpClient smtp = post.smtp()) {
            long start = System.nanoTime();
            for (int i = 0; i < mails; i++) {
                smtp.write("MAIL FROM:<shop@example.com>\r\nRCPT TO:<ann@example.com>\r\nDATA\r\n");
                SmtpClient.expect(smtp.reply(), "250");
                SmtpClient.expect(smtp.reply(), "250");
                SmtpClient.expect(smtp.reply(), "354");
                SmtpClient.expect(smtp.ask(MAIL + "\r\n."), "250");
            }
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isLessThan(Duration.ofMillis(40).multipliedBy(mails).dividedBy(2));
        }
    }

    @Test
    void repliesToPipelinedCommandsComeTogether() throws Exception {
        try (SmtpClient smtp = post.smtp()) {
            for (int i = 0; i < 50; i++) {
                smtp.write("MAIL FROM:<a@example.com>\r\nRCPT TO:<b@example.com>\r\nRSET\r\n");
                SmtpClient.expect(smtp.reply(), "250");
                assertThat(smtp.hasMore()).isTrue();
                SmtpClient.expect(smtp.reply(), "250");
                assertThat(smtp.hasMore()).isTrue();
                SmtpClient.expect(smtp.reply(), "250");
            }
        }
    }

    @Test
    void oneSessionCarriesManyMailsToManyPeople() throws Exception {
        try (SmtpClient smtp = post.smtp()) {
            smtp.send("shop@example.com", "ann@example.com", MAIL);
            SmtpClient.expect(smtp.ask("MAIL FROM:<>"), "250");
            SmtpClient.expect(smtp.ask("RCPT TO:<bob@example.com>"), "250");
            SmtpClient.expect(smtp.ask("RCPT TO:<cyd@example.com>"), "250");
            SmtpClient.expect(smtp.ask("DATA"), "354");
            SmtpClient.expect(smtp.ask("Subject: Both\r\n\r\nHello\r\n."), "250");
        }

        JsonNode second = post.json("/api/messages?after=1").at("/messages/0");
        assertThat(second.at("/to").toString())
                .isEqualTo("[\"bob@example.com\",\"cyd@example.com\"]");
        assertThat(post.json("/api/count").at("/count").asInt()).isEqualTo(2);
    }

    @Test
    void commandsMayComeInOneGo() throws Exception {
        try (SmtpClient smtp = post.smtp()) {
            smtp.write("MAIL FROM:<a@example.com>\r\nRCPT TO:<b@example.com>\r\nDATA\r\n");
            SmtpClient.expect(smtp.reply(), "250");
            SmtpClient.expect(smtp.reply(), "250");
            SmtpClient.expect(smtp.reply(), "354");
            smtp.write("Subject: 1\r\n\r\nx\r\n.\r\nMAIL FROM:<c@example.com>\r\n");
            SmtpClient.expect(smtp.reply(), "250");
            SmtpClient.expect(smtp.reply(), "250");
        }
    }

    @Test
    void anInjectedDotDoesNotEndTheMail() throws Exception {
        try (SmtpClient smtp = post.smtp()) {
            smtp.send("a@example.com", "b@example.com", "Subject: Dots\r\n\r\n..one\r\n...\r\nend");
        }

        assertThat(post.get("/api/messages/1/raw").body())
                .isEqualTo("Subject: Dots\r\n\r\n.one\r\n..\r\nend\r\n");
    }

    @Test
    void mailsSurviveARestartAndIdsGoOn() throws Exception {
        try (SmtpClient smtp = post.smtp()) {
            smtp.send("a@example.com", "b@example.com", MAIL);
            smtp.send("a@example.com", "b@example.com", MAIL);
        }
        post.close();
        Files.write(data.resolve("mails"), new byte[] {0, 0, 0, 9, 0}, StandardOpenOption.APPEND);
        post = Post.at(data);
        try (SmtpClient smtp = post.smtp()) {
            smtp.send("a@example.com", "b@example.com", MAIL.replace("Paid", "Third"));
        }
        post.close();
        post = Post.at(data);

        JsonNode mails = post.json("/api/messages");
        assertThat(mails.at("/total").asInt()).isEqualTo(3);
        assertThat(mails.at("/messages/2/id").asInt()).isEqualTo(3);
        assertThat(post.get("/api/messages/3/raw").body()).contains("Third");
    }

    @Test
    void concurrentSessionsLoseNothing() throws Exception {
        Callable<Boolean> fifty =
                () -> {
                    try (SmtpClient smtp = post.smtp()) {
                        for (int i = 0; i < 50; i++) {
                            smtp.send("a@example.com", "b@example.com", MAIL);
                        }
                        return true;
                    }
                };
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> sessions = IntStream.range(0, 8).mapToObj(i -> fifty).toList();
            assertThat(threads.invokeAll(sessions)).allMatch(Future::resultNow);
        }

        JsonNode mails = post.json("/api/messages?limit=1000").at("/messages");
        assertThat(mails).hasSize(400);
        assertThat(mails.at("/399/id").asInt()).isEqualTo(400);
    }

    @Test
    void oneRecipientIsRejectedAndTheOtherServed() throws Exception {
        post.behave("{\"reject_recipient\": \"^bob@\"}");
        try (SmtpClient smtp = post.smtp()) {
            SmtpClient.expect(smtp.ask("MAIL FROM:<a@example.com>"), "250");
            SmtpClient.expect(smtp.ask("RCPT TO:<bob@example.com>"), "550");
            SmtpClient.expect(smtp.ask("RCPT TO:<ann@example.com>"), "250");
            SmtpClient.expect(smtp.ask("DATA"), "354");
            SmtpClient.expect(smtp.ask(MAIL + "\r\n."), "250");
        }

        assertThat(post.json("/api/messages/1").at("/to").toString())
                .isEqualTo("[\"ann@example.com\"]");
    }

    @Test
    void aServerThatRefusesSaysHow() throws Exception {
        post.behave("{\"refuse_all\": 451}");
        try (SmtpClient smtp = post.smtp()) {
            SmtpClient.expect(smtp.ask("MAIL FROM:<a@example.com>"), "451");
            post.behave("{\"refuse_all\": 421}");
            SmtpClient.expect(smtp.ask("MAIL FROM:<a@example.com>"), "421");
            assertThat(smtp.reply()).isNull();
        }
    }

    @Test
    void aServerThatDiesAfterDataHasTheMail() throws Exception {
        post.behave("{\"die_after_data_rate\": 1}");
        try (SmtpClient smtp = post.smtp()) {
            SmtpClient.expect(smtp.ask("MAIL FROM:<a@example.com>"), "250");
            SmtpClient.expect(smtp.ask("RCPT TO:<b@example.com>"), "250");
            SmtpClient.expect(smtp.ask("DATA"), "354");
            assertThat(smtp.ask(MAIL + "\r\n.")).isNull();
        }

        assertThat(post.json("/api/count").at("/count").asInt()).isEqualTo(1);
    }

    @Test
    void aMailThatIsTooLargeIsRefusedAndTheSessionGoesOn() throws Exception {
        try (SmtpClient smtp = post.smtp()) {
            SmtpClient.expect(smtp.ask("MAIL FROM:<a@example.com>"), "250");
            SmtpClient.expect(smtp.ask("RCPT TO:<b@example.com>"), "250");
            SmtpClient.expect(smtp.ask("DATA"), "354");
            smtp.write(("x".repeat(998) + "\r\n").repeat(11_000));
            SmtpClient.expect(smtp.ask("."), "552");
            smtp.send("a@example.com", "b@example.com", MAIL);
        }

        assertThat(post.json("/api/count").at("/count").asInt()).isEqualTo(1);
    }

    @Test
    void deletingKeepsIdsRising() throws Exception {
        try (SmtpClient smtp = post.smtp()) {
            smtp.send("a@example.com", "b@example.com", MAIL);
            assertThat(post.send("DELETE", "/api/messages", "").statusCode()).isEqualTo(204);
            smtp.send("a@example.com", "b@example.com", MAIL);
        }

        assertThat(post.json("/api/messages").at("/messages/0/id").asInt()).isEqualTo(2);
        assertThat(post.get("/api/messages/1").statusCode()).isEqualTo(404);
    }

    @Test
    void aTakenPortIsNamed() {
        int taken = post.catcher.smtpPort();
        assertThatThrownBy(() ->
                        MailCatcher.start(new MailCatcher.Options("127.0.0.1", taken, 0, data)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("127.0.0.1:" + taken);
    }
}
