package dev.orderstream.email.sending;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/// One SMTP connection (RFC 5321), which tells before and after the point of no return apart.
///
/// An IOException always means that the server cannot have taken the mail: the final dot was not on
/// the wire, and will not be. Whatever goes wrong after it is a [Delivery].
final class SmtpConnection implements AutoCloseable {

    private static final byte[] END_OF_DATA = ascii("\r\n.\r\n");

    private final SmtpConfig config;

    /// The socket below TLS: closing it waits for nobody.
    private final Socket plain;

    private Socket socket;
    private BufferedReader in;
    private OutputStream out;
    private Reply greeting = new Reply(0, List.of());
    private long idleSinceNanos = System.nanoTime();

    private SmtpConnection(SmtpConfig config, Socket socket) throws IOException {
        this.config = config;
        this.plain = socket;
        this.socket = socket;
        this.in = reader(socket);
        this.out = socket.getOutputStream();
    }

    /// Connects, greets and logs in.
    static SmtpConnection open(SmtpConfig config, Deadline deadline) throws IOException {
        var socket = new Socket();
        try (var _ = deadline.watch(socket)) {
            socket.setTcpNoDelay(true);
            socket.connect(
                    new InetSocketAddress(config.host(), config.port()),
                    Math.toIntExact(config.connectTimeout().toMillis()));
            wait(socket, config.replyTimeout());
            var connection = new SmtpConnection(config, socket);
            connection.start();
            return connection;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    boolean fresh() {
        return System.nanoTime() - idleSinceNanos < config.idleMax().toNanos();
    }

    /// Brings one mail to the server.
    ///
    /// @param message CRLF lines, none of which begins with a dot
    /// @param deadline of everything up to the final dot
    Delivery deliver(String from, String to, byte[] message, Deadline deadline) throws IOException {
        try (var _ = deadline.watch(plain)) {
            Optional<Delivery> refusal = envelope(from, to);
            if (refusal.isPresent()) {
                return refusal.get();
            }
            // A process that stood still meanwhile has lost its lease.
            deadline.check();
            // One write: when it fails, its last byte is not on the wire.
            out.write(complete(message));
        }
        return answer();
    }

    /// @return what became of the mail, unless the server wants to have it now
    private Optional<Delivery> envelope(String from, String to) throws IOException {
        List<String> commands = List.of("MAIL FROM:<" + from + ">", "RCPT TO:<" + to + ">", "DATA");
        List<Reply> replies = greeting.offers("PIPELINING") ? atOnce(commands) : inTurn(commands);
        for (int i = 0; i < replies.size(); i++) {
            Reply reply = replies.get(i);
            boolean good = i == commands.size() - 1 ? reply.goAhead() : reply.positive();
            if (!good) {
                String verb = commands.get(i).substring(0, 4);
                // A refusal of anything but the recipient is one of us: no fault of this mail.
                return Optional.of(
                        verb.equals("RCPT")
                                ? negative(verb, reply)
                                : new Delivery.NotNow(problem(verb, reply)));
            }
        }
        return Optional.empty();
    }

    private Delivery answer() {
        Deadline deadline = Deadline.in(config.acceptTimeout());
        try (var _ = deadline.watch(plain)) {
            wait(socket, config.acceptTimeout());
            Reply reply = Reply.read(in);
            wait(socket, config.replyTimeout());
            idleSinceNanos = System.nanoTime();
            return reply.positive() ? new Delivery.Accepted() : negative("end of data", reply);
        } catch (IOException e) {
            return new Delivery.Unknown("no reply to the mail: " + deadline.problem(e));
        }
    }

    private static Delivery negative(String command, Reply reply) {
        String problem = problem(command, reply);
        return reply.permanent() ? new Delivery.Refused(problem) : new Delivery.NotNow(problem);
    }

    private static String problem(String command, Reply reply) {
        return "reply " + reply.code() + " to " + command;
    }

    private void start() throws IOException {
        if (config.security() == SmtpConfig.Security.TLS) {
            protect();
        }
        require("greeting", Reply.read(in));
        greet();
        if (config.security() == SmtpConfig.Security.STARTTLS) {
            require("STARTTLS", command("STARTTLS"));
            protect();
            greet();
        }
        if (config.username().isPresent()) {
            logIn(config.username().get(), config.password().orElse(""));
        }
    }

    private void greet() throws IOException {
        greeting = require("EHLO", command("EHLO " + config.ownHostname()));
    }

    private void logIn(String username, String password) throws IOException {
        if (!(socket instanceof SSLSocket)) {
            throw new IOException("a password is sent over TLS only");
        }
        String token = "\0" + username + "\0" + password;
        require(
                "AUTH",
                command(
                        "AUTH PLAIN "
                                + Base64.getEncoder()
                                        .encodeToString(token.getBytes(StandardCharsets.UTF_8))));
    }

    private void protect() throws IOException {
        var factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        var tls = (SSLSocket) factory.createSocket(socket, config.host(), config.port(), true);
        SSLParameters parameters = tls.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        tls.setSSLParameters(parameters);
        tls.startHandshake();
        socket = tls;
        in = reader(tls);
        out = tls.getOutputStream();
    }

    private Reply command(String line) throws IOException {
        out.write(ascii(line + "\r\n"));
        return Reply.read(in);
    }

    /// Stops at the first refusal.
    private List<Reply> inTurn(List<String> commands) throws IOException {
        List<Reply> replies = new ArrayList<>();
        for (String line : commands) {
            Reply reply = command(line);
            replies.add(reply);
            if (!reply.positive()) {
                break;
            }
        }
        return replies;
    }

    private List<Reply> atOnce(List<String> commands) throws IOException {
        out.write(ascii(String.join("\r\n", commands) + "\r\n"));
        List<Reply> replies = new ArrayList<>();
        for (int i = 0; i < commands.size(); i++) {
            replies.add(Reply.read(in));
        }
        return replies;
    }

    private static Reply require(String step, Reply reply) throws IOException {
        if (!reply.positive()) {
            throw new IOException("reply " + reply.code() + " to " + step);
        }
        return reply;
    }

    private static byte[] complete(byte[] message) {
        byte[] all = java.util.Arrays.copyOf(message, message.length + END_OF_DATA.length);
        System.arraycopy(END_OF_DATA, 0, all, message.length, END_OF_DATA.length);
        return all;
    }

    private static void wait(Socket socket, Duration timeout) throws IOException {
        socket.setSoTimeout(Math.toIntExact(timeout.toMillis()));
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII), 512);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /// Says goodbye without waiting for an answer.
    @Override
    public void close() {
        try (Socket closing = socket) {
            closing.getOutputStream().write(ascii("QUIT\r\n"));
        } catch (IOException e) {
            // It is closed either way.
            return;
        }
    }
}
