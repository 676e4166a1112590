package dev.orderstream.localstack.gateway;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// A webhook endpoint that keeps what it gets.
final class Listener implements AutoCloseable {

    /// One delivery.
    record Received(String body, String signature) {}

    private final HttpServer server;
    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
    private final AtomicInteger refusals = new AtomicInteger();

    private Listener(HttpServer server) {
        this.server = server;
    }

    static Listener start() throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        Listener listener = new Listener(server);
        server.createContext(
                "/",
                exchange -> {
                    byte[] body = exchange.getRequestBody().readAllBytes();
                    String signature = exchange.getRequestHeaders().getFirst("Stripe-Signature");
                    boolean refuse = listener.refusals.getAndDecrement() > 0;
                    if (!refuse) {
                        listener.received.add(
                                new Received(new String(body, StandardCharsets.UTF_8), signature));
                    }
                    exchange.sendResponseHeaders(refuse ? 503 : 200, -1);
                    exchange.close();
                });
        server.start();
        return listener;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/webhooks";
    }

    void refuseNext(int times) {
        refusals.set(times);
    }

    Received next() throws InterruptedException {
        Received next = received.poll(20, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("No webhook arrived in 20 s");
        }
        return next;
    }

    boolean isEmpty() {
        return received.isEmpty();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
