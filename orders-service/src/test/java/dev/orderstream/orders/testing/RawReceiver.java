package dev.orderstream.orders.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/// A storefront's server, at the origin that tests allow, whose answers no HTTP library would send.
public final class RawReceiver implements AutoCloseable {

    private static final Duration BOUND = Duration.ofSeconds(10);
    private static final String LENGTH = "content-length:";

    private final ServerSocket server;
    private final byte[] answer;
    private final AtomicInteger calls = new AtomicInteger();
    private final Thread serving;

    private RawReceiver(ServerSocket server, byte[] answer) {
        this.server = server;
        this.answer = answer;
        serving = Thread.ofVirtual().unstarted(this::serve);
    }

    /// Answers every call with this status and whatever stands for the length of a body.
    public static RawReceiver open(String status, String contentLength) {
        String head = "HTTP/1.1 %s\r\nContent-Length: %s\r\n\r\n".formatted(status, contentLength);
        try {
            RawReceiver receiver =
                    new RawReceiver(
                            new ServerSocket(
                                    Receiver.origin().getPort(),
                                    0,
                                    InetAddress.getByName("127.0.0.1")),
                            head.getBytes(StandardCharsets.ISO_8859_1));
            receiver.serving.start();
            return receiver;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int calls() {
        return calls.get();
    }

    /// When it returns the port is free: a socket that a thread waits at is closed by that thread.
    @Override
    public void close() {
        try {
            server.close();
            assertThat(serving.join(BOUND)).as("the receiver has ended").isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket connection = server.accept()) {
                take(new BufferedInputStream(connection.getInputStream()));
                calls.incrementAndGet();
                connection.getOutputStream().write(answer);
            } catch (IOException e) {
                // Closed, or the caller has left.
            }
        }
    }

    /// Reads the whole request: what is left unread would reset the connection.
    private static void take(InputStream request) throws IOException {
        int length = 0;
        for (String line = line(request); !line.isEmpty(); line = line(request)) {
            if (line.toLowerCase(Locale.ROOT).startsWith(LENGTH)) {
                length = Integer.parseInt(line.substring(LENGTH.length()).strip());
            }
        }
        request.skipNBytes(length);
    }

    private static String line(InputStream request) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = request.read(); next != '\n' && next >= 0; next = request.read()) {
            line.append((char) next);
        }
        return line.toString().strip();
    }
}
