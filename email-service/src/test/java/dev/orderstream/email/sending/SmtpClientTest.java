package dev.orderstream.email.sending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderstream.email.sending.Delivery.Accepted;
import dev.orderstream.email.sending.Delivery.NotNow;
import dev.orderstream.email.sending.Delivery.Refused;
import dev.orderstream.email.sending.Delivery.Unknown;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/// What each way of failing says about the mail.
class SmtpClientTest {

    private static final Duration PATIENT = Duration.ofSeconds(10);
    private static final Duration SILENCE_MAX = Duration.ofMillis(300);
    private static final Duration DELIVERY_MAX = Duration.ofMillis(500);
    private static final int BOUND_SECONDS = 15;
    private static final NotNow TOO_LONG = tooLong("PT0.5S");
    private static final String FROM = "shop@orderstream.example";
    private static final String TO = "ada@example.com";
    private static final byte[] MESSAGE =
            "Subject: Hello\r\n\r\nHello".getBytes(StandardCharsets.US_ASCII);

    @Test
    void aMailIsTakenAndTheConnectionKept() throws IOException {
        try (var server = ScriptedServer.start(Map.of())) {
            SmtpClient client = client(server.port());

            assertThat(deliver(client)).isEqualTo(new Accepted());
            assertThat(deliver(client)).isEqualTo(new Accepted());

            assertThat(server.connections()).isEqualTo(1);
            assertThat(server.mails()).isEqualTo(2);
        }
    }

    @Test
    void withPipeliningAMailIsTakenToo() throws IOException {
        try (var server = ScriptedServer.start(Map.of("EHLO", "250-x\r\n250 PIPELINING"))) {
            SmtpClient client = client(server.port());

            assertThat(deliver(client)).isEqualTo(new Accepted());
            assertThat(deliver(client)).isEqualTo(new Accepted());

            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void aServerThatIsAwayMayTakeItLater() throws IOException {
        int port;
        try (var server = ScriptedServer.start(Map.of())) {
            port = server.port();
        }

        assertThat(deliver(client(port))).isInstanceOf(NotNow.class);
    }

    @Test
    void aPermanentReplyToRecipientOrMailRefusesTheMail() throws IOException {
        for (String command : new String[] {"RCPT", "."}) {
            try (var server = ScriptedServer.start(Map.of(command, "550 no"))) {
                assertThat(deliver(client(server.port()))).as(command).isInstanceOf(Refused.class);
                assertThat(server.mails()).isZero();
            }
        }
    }

    @Test
    void aPermanentReplyToTheSenderIsNoFaultOfTheMail() throws IOException {
        for (String command : new String[] {"MAIL", "DATA"}) {
            for (String extensions : new String[] {"250 x", "250-x\r\n250 PIPELINING"}) {
                var script = Map.of("EHLO", extensions, command, "530 authentication required");
                try (var server = ScriptedServer.start(script)) {
                    assertThat(deliver(client(server.port())))
                            .as(command)
                            .isEqualTo(new NotNow("reply 530 to " + command));
                    assertThat(server.mails()).isZero();
                }
            }
        }
    }

    @Test
    void aTransientReplyMeansLaterAtEachCommand() throws IOException {
        for (String command : new String[] {"MAIL", "RCPT", "DATA", "."}) {
            try (var server = ScriptedServer.start(Map.of(command, "451 later"))) {
                assertThat(deliver(client(server.port()))).as(command).isInstanceOf(NotNow.class);
            }
        }
    }

    @Test
    void aConnectionThatEndsBeforeTheMailMeansLater() throws IOException {
        for (String command : new String[] {"EHLO", "MAIL", "RCPT", "DATA"}) {
            try (var server = ScriptedServer.start(Map.of(command, ScriptedServer.CLOSE))) {
                assertThat(deliver(client(server.port()))).as(command).isInstanceOf(NotNow.class);
            }
        }
    }

    @Test
    void aConnectionThatEndsAfterTheMailLeavesItUnknown() throws IOException {
        try (var server = ScriptedServer.start(Map.of(".", ScriptedServer.CLOSE))) {
            assertThat(deliver(client(server.port()))).isInstanceOf(Unknown.class);
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void aReplyThatNeverComesLeavesTheMailUnknown() throws IOException {
        try (var server = ScriptedServer.start(Map.of(".", ScriptedServer.SILENCE))) {
            assertThat(deliver(client(server.port(), SILENCE_MAX, PATIENT)))
                    .isInstanceOf(Unknown.class);
        }
    }

    @Test
    void aServerThatSaysNothingMayTakeItLater() throws IOException {
        try (var server = ScriptedServer.start(Map.of("MAIL", ScriptedServer.SILENCE))) {
            assertThat(deliver(client(server.port(), SILENCE_MAX, PATIENT)))
                    .isInstanceOf(NotNow.class);
        }
    }

    @Test
    @Timeout(value = BOUND_SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
    void aServerThatNeverComesToAnEndMayTakeItLater() throws IOException {
        for (String command : new String[] {"EHLO", "MAIL", "RCPT", "DATA"}) {
            try (var server = ScriptedServer.start(Map.of(command, ScriptedServer.DRIP))) {
                assertThat(deliver(client(server.port(), PATIENT, DELIVERY_MAX)))
                        .as(command)
                        .isEqualTo(TOO_LONG);
            }
        }
    }

    @Test
    @Timeout(value = BOUND_SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
    void aReplyToTheMailThatNeverComesToAnEndLeavesItUnknown() throws IOException {
        try (var server = ScriptedServer.start(Map.of(".", ScriptedServer.DRIP))) {
            assertThat(deliver(client(server.port(), SILENCE_MAX, PATIENT)))
                    .isInstanceOf(Unknown.class);
        }
    }

    @Test
    @Timeout(value = BOUND_SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
    void aServerThatTakesNothingOfTheMailMayTakeItLater() throws IOException {
        byte[] message = new byte[64 << 20];
        Arrays.fill(message, (byte) 'a');
        try (var server = ScriptedServer.start(Map.of("DATA", ScriptedServer.DEAF))) {
            assertThat(client(server.port(), PATIENT, DELIVERY_MAX).deliver(FROM, TO, message))
                    .isEqualTo(TOO_LONG);
            assertThat(server.mails()).isZero();
        }
    }

    @Test
    @Timeout(value = BOUND_SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
    void aKeptConnectionAndTheNextOneShareTheTime() throws IOException {
        try (var server = ScriptedServer.start(Map.of())) {
            SmtpClient client = client(server.port(), PATIENT, Duration.ofSeconds(2));
            assertThat(deliver(client)).isEqualTo(new Accepted());

            server.follow(Map.of("MAIL", ScriptedServer.DRIP));

            assertThat(deliver(client)).isEqualTo(tooLong("PT2S"));
            assertThat(server.mails()).isEqualTo(1);
        }
    }

    @Test
    void aKeptConnectionThatTheServerDroppedIsReplaced() throws IOException {
        try (var server = ScriptedServer.start(Map.of())) {
            SmtpClient client = client(server.port());
            assertThat(deliver(client)).isEqualTo(new Accepted());

            server.dropConnections();

            assertThat(deliver(client)).isEqualTo(new Accepted());
            assertThat(server.connections()).isEqualTo(2);
            assertThat(server.mails()).isEqualTo(2);
        }
    }

    @Test
    void aPipelinedRefusalOfTheRecipientSendsNoMailEvenIfDataIsAnswered() throws IOException {
        var script = Map.of("EHLO", "250-x\r\n250 PIPELINING", "RCPT", "550 no such mailbox");
        try (var server = ScriptedServer.start(script)) {
            assertThat(deliver(client(server.port()))).isInstanceOf(Refused.class);
            assertThat(server.mails()).isZero();
        }
    }

    private static NotNow tooLong(String time) {
        return new NotNow("not delivered: it took longer than " + time);
    }

    private static Delivery deliver(SmtpClient client) {
        return client.deliver(FROM, TO, MESSAGE);
    }

    private static SmtpClient client(int port) {
        return client(port, PATIENT, PATIENT);
    }

    private static SmtpClient client(int port, Duration silenceMax, Duration deliveryMax) {
        return new SmtpClient(new TestSmtpConfig(port, silenceMax, deliveryMax));
    }
}
