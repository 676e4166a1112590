package dev.orderstream.localstack.web;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A small HTTP server on one address, with one platform thread for each kept-alive connection.
///
/// Its few clients keep their connections, so that a blocked read is the cheapest wait: the JDK's
/// own server and virtual threads hand every request over between threads and took several times
/// its CPU time.
public final class LocalHttpServer implements AutoCloseable {

    /// Answers one request.
    @FunctionalInterface
    public interface Handler {
        Answer handle(Request request) throws IOException, InterruptedException;
    }

    private static final System.Logger LOG = System.getLogger(LocalHttpServer.class.getName());
    private static final int BACKLOG = 1024;
    private static final int CONNECTIONS_MAX = 1000;

    private final ServerSocket server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads =
            Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("http-", 0).factory());
    private CompletableFuture<Void> accepting = CompletableFuture.completedFuture(null);

    private LocalHttpServer(ServerSocket server) {
        this.server = server;
    }

    /// Takes the port, on the given host only; port 0 takes any free one.
    public static LocalHttpServer bind(String host, int port) throws IOException {
        ServerSocket server = new ServerSocket();
        try {
            server.bind(new InetSocketAddress(InetAddress.getByName(host), port), BACKLOG);
        } catch (IOException taken) {
            server.close();
            throw new IOException(
                    "HTTP port " + host + ":" + port + ": " + taken.getMessage(), taken);
        }
        return new LocalHttpServer(server);
    }

    public void serve(Handler handler) {
        var leaving = new CompletableFuture<Void>();
        accepting = leaving;
        threads.execute(() -> {
            try {
                accept(handler);
            } finally {
                leaving.complete(null);
            }
        });
    }

    public int port() {
        return server.getLocalPort();
    }

    private void accept(Handler handler) {
        while (!server.isClosed()) {
            try {
                accepted(server.accept(), handler);
            } catch (IOException e) {
                if (!server.isClosed()) {
                    LOG.log(Level.WARNING, "A connection could not be accepted", e);
                }
            }
        }
    }

    private void accepted(Socket socket, Handler handler) throws IOException {
        if (open.size() >= CONNECTIONS_MAX) {
            socket.close();
            return;
        }
        open.add(socket);
        threads.execute(() -> {
            try {
                new Connection(socket, handler).run();
            } finally {
                open.remove(socket);
            }
        });
    }

    /// When it returns the port is free: the socket listens until the thread that waits at it
    /// leaves.
    @Override
    public void close() throws IOException {
        server.close();
        accepting.join();
        for (Socket socket : open) {
            socket.close();
        }
        threads.shutdownNow();
    }
}
