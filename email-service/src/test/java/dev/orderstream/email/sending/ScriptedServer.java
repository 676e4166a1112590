package dev.orderstream.email.sending;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// A mail server that speaks SMTP and answers chosen commands as told.
final class ScriptedServer implements AutoCloseable {

    /// Ends the connection instead of answering.
    static final String CLOSE = "close";

    /// Does not answer.
    static final String SILENCE = "silence";

    /// Goes on answering, a byte at a time, and never comes to an end; other connections are served
    /// well from then on.
    static final String DRIP = "drip";

    /// Wants the mail, and takes nothing of it.
    static final String DEAF = "deaf";

    private static final Duration BETWEEN_DRIPS = Duration.ofMillis(20);

    private final ServerSocket listener;
    private volatile Map<String, String> script;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final AtomicInteger mails = new AtomicInteger();
    private final Thread acceptor = Thread.ofVirtual().unstarted(this::accept);

    private ScriptedServer(ServerSocket listener, Map<String, String> script) {
        this.listener = listener;
        this.script = script;
    }

    /// @param script the answer to a command, by its first word; `.` is the end of a mail
    static ScriptedServer start(Map<String, String> script) throws IOException {
        var listener = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        var server = new ScriptedServer(listener, script);
        server.acceptor.start();
        return server;
    }

    int port() {
        return listener.getLocalPort();
    }

    int connections() {
        return sockets.size();
    }

    int mails() {
        return mails.get();
    }

    /// Answers otherwise from now on.
    void follow(Map<String, String> otherScript) {
        script = otherScript;
    }

    void dropConnections() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                sockets.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            var in =
                    new BufferedReader(
                            new InputStreamReader(
                                    socket.getInputStream(), StandardCharsets.US_ASCII));
            answer(socket, "220 hello");
            boolean data = false;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (data && !line.equals(".")) {
                    continue;
                }
                String command = data ? "." : line.split(" ")[0].toUpperCase(Locale.ROOT);
                data = false;
                String reply = script.getOrDefault(command, usual(command));
                if (reply.equals(CLOSE)) {
                    return;
                }
                if (reply.equals(DRIP)) {
                    follow(Map.of());
                    drip(socket);
                }
                if (reply.equals(DEAF)) {
                    answer(socket, "354 go ahead");
                    ended.await();
                }
                if (!reply.equals(SILENCE)) {
                    data = reply.startsWith("354");
                    mails.addAndGet(command.equals(".") && reply.startsWith("2") ? 1 : 0);
                    answer(socket, reply);
                }
            }
        } catch (IOException | InterruptedException e) {
            return;
        }
    }

    /// Until the other side closes the connection.
    private static void drip(Socket socket) throws IOException {
        while (true) {
            socket.getOutputStream().write('2');
            LockSupport.parkNanos(BETWEEN_DRIPS.toNanos());
        }
    }

    private static String usual(String command) {
        return command.equals("DATA") ? "354 go ahead" : "250 ok";
    }

    private static void answer(Socket socket, String reply) throws IOException {
        socket.getOutputStream().write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        ended.countDown();
        listener.close();
        try {
            // The port is free once nobody waits at it any more.
            acceptor.join();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        dropConnections();
    }
}
