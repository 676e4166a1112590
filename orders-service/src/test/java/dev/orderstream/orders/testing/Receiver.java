package dev.orderstream.orders.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.config.ConfigProvider;

/// A storefront's own HTTP server, at the origin that tests allow.
///
/// It answers with the status of its path's first part, `/500/x` with 500, or does what that says.
public final class Receiver implements AutoCloseable {

    /// Where it sends whoever it answers with 302.
    public static final String REDIRECTED = "/200/redirected";

    private final HttpServer server;

    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    public record Call(
            String path,
            String id,
            String timestamp,
            String signature,
            String contentType,
            byte[] body,
            Instant at) {}

    private Receiver(HttpServer server) {
        this.server = server;
    }

    public static URI origin() {
        return URI.create(
                ConfigProvider.getConfig()
                        .getValue("orders.webhooks.allowed-origins", String.class));
    }

    public static Receiver open() {
        try {
            Receiver receiver =
                    new Receiver(
                            HttpServer.create(
                                    new InetSocketAddress("127.0.0.1", origin().getPort()), 0));
            receiver.server.createContext("/", receiver::handle);
            receiver.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            receiver.server.start();
            return receiver;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// All calls of a path, in their order.
    public List<Call> calls(String path) {
        return calls.stream().filter(call -> call.path().equals(path)).toList();
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        String path = exchange.getRequestURI().getPath();
        calls.add(
                new Call(
                        path,
                        String.valueOf(headers.getFirst("webhook-id")),
                        String.valueOf(headers.getFirst("webhook-timestamp")),
                        String.valueOf(headers.getFirst("webhook-signature")),
                        String.valueOf(headers.getFirst("Content-Type")),
                        exchange.getRequestBody().readAllBytes(),
                        Instant.now()));
        String behaviour = path.split("/")[1];
        switch (behaviour) {
            case "silent" -> hang();
            case "endless" -> {
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().write('x');
                exchange.getResponseBody().flush();
                hang();
            }
            case "huge" -> {
                exchange.sendResponseHeaders(200, 0);
                while (closed.getCount() > 0) {
                    exchange.getResponseBody().write(new byte[8192]);
                }
            }
            case "302" -> {
                exchange.getResponseHeaders().add("Location", REDIRECTED);
                exchange.sendResponseHeaders(302, -1);
            }
            default -> exchange.sendResponseHeaders(Integer.parseInt(behaviour), -1);
        }
        exchange.close();
    }

    private void hang() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
