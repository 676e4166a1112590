package dev.orderstream.localstack.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// SMTP by hand, one line at a time.
final class SmtpClient implements AutoCloseable {

    private final Socket socket;
    private final BufferedReader in;

    SmtpClient(int port) throws IOException {
        socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(20_000);
        socket.setTcpNoDelay(true);
        in =
                new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        expect(reply(), "220");
    }

    /// The reply's last line, null where the connection is gone.
    @Nullable String ask(String line) throws IOException {
        write(line + "\r\n");
        return reply();
    }

    void write(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    @Nullable String reply() throws IOException {
        String line = in.readLine();
        while (line != null && line.length() > 3 && line.charAt(3) == '-') {
            line = in.readLine();
        }
        return line;
    }

    /// Whether more came with what was read last.
    boolean hasMore() throws IOException {
        return in.ready();
    }

    String greeting() throws IOException {
        write("EHLO test\r\n");
        StringBuilder all = new StringBuilder();
        String line = in.readLine();
        while (line != null) {
            all.append(line).append('\n');
            if (line.charAt(3) == ' ') {
                break;
            }
            line = in.readLine();
        }
        return all.toString();
    }

    void send(String from, String to, String mail) throws IOException {
        expect(ask("MAIL FROM:<" + from + ">"), "250");
        expect(ask("RCPT TO:<" + to + ">"), "250");
        expect(ask("DATA"), "354");
        expect(ask(mail + "\r\n."), "250");
    }

    static void expect(@Nullable String reply, String code) {
        if (reply == null || !reply.startsWith(code)) {
            throw new AssertionError("Expected " + code + ", got: " + reply);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
