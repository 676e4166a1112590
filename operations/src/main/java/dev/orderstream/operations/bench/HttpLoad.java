package dev.orderstream.operations.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;

/// Sends requests without waiting for answers, over as many connections as are awaited at once.
///
/// One thread sends and one hears: a general client costs more CPU than the order that it posts, on
/// the cores that it shares with what it measures. This one does what the orders API needs, and
/// fails on anything else.
final class HttpLoad implements AutoCloseable {

    private final URI server;
    private final Selector selector;
    private final Thread thread;
    private final ConcurrentLinkedDeque<HttpConnection> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closing;

    HttpLoad(URI server) throws IOException {
        this.server = server;
        this.selector = Selector.open();
        this.thread = Thread.ofPlatform().name("http-answers").daemon().start(this::hear);
    }

    /// Sends a request once. Whatever comes of it, its taker hears.
    void send(ByteBuffer request, HttpTaker taker) {
        HttpConnection connection = null;
        try {
            connection = idle.pollFirst();
            if (connection == null) {
                connection = new HttpConnection(server);
                connection.channel().register(selector, SelectionKey.OP_READ, connection);
                selector.wakeup();
            }
            connection.send(request, taker);
        } catch (IOException e) {
            if (connection == null || connection.done() != null) {
                taker.failed(e);
            }
        }
    }

    private void hear() {
        try {
            while (!closing) {
                int unused = selector.select(key -> hear((HttpConnection) key.attachment()));
            }
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void hear(HttpConnection connection) {
        try {
            HttpAnswer answer = connection.read();
            if (answer != null) {
                @Nullable HttpTaker taker = connection.done();
                idle.addFirst(connection);
                if (taker != null) {
                    taker.answered(answer);
                }
            }
        } catch (IOException e) {
            fail(connection, e);
        }
    }

    /// An idle connection that the server closes fails nobody.
    private void fail(HttpConnection connection, IOException why) {
        idle.remove(connection);
        try {
            connection.channel().close();
        } catch (IOException e) {
            why.addSuppressed(e);
        }
        HttpTaker taker = connection.done();
        if (taker != null) {
            taker.failed(why);
        }
    }

    @Override
    public void close() throws InterruptedException {
        closing = true;
        selector.wakeup();
        thread.join();
    }
}
