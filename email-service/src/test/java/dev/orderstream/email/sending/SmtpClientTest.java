package dev.orderstream.email.sending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderstream.email.sending.Delivery.Accepted;
import dev.orderstream.email.sending.Delivery.NotNow;
import dev.orderstream.email.sending.Delivery.Refused;
import dev.orderstream.email.sending.Delivery.Unknown;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What each way of failing says about the mail.
class SmtpClientTest {

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
            assertThat(deliver(client(server.port()))).isInstanceOf(Unknown.class);
        }
    }

    @Test
    void aServerThatSaysNothingMayTakeItLater() throws IOException {
        try (var server = ScriptedServer.start(Map.of("MAIL", ScriptedServer.SILENCE))) {
            assertThat(deliver(client(server.port()))).isInstanceOf(NotNow.class);
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

    private static Delivery deliver(SmtpClient client) {
        return client.deliver("shop@orderstream.example", "ada@example.com", MESSAGE);
    }

    private static SmtpClient client(int port) {
        return new SmtpClient(new TestSmtpConfig(port, Duration.ofMillis(300)));
    }
}
