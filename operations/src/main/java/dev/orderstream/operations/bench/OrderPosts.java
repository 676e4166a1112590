package dev.orderstream.operations.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Posts orders from prepared bodies.
final class OrderPosts implements AutoCloseable {

    private static final int CREATED = 201;
    private static final int UUID_LENGTH = 36;
    private static final int ANSWER_S_MAX = 30;

    private final HttpLoad http;
    private final Journeys journeys;
    private final List<byte[]> bodies;
    private final byte[] head;
    private final Phaser open = new Phaser(1);
    private final Set<Integer> unanswered = ConcurrentHashMap.newKeySet();

    /// @param keyPrefix begins every idempotency key
    OrderPosts(URI orders, String token, String keyPrefix, List<byte[]> bodies, Journeys journeys)
            throws IOException {
        this.http = new HttpLoad(orders);
        this.journeys = journeys;
        this.bodies = bodies;
        this.head =
                latin(
                        "POST /orders HTTP/1.1\r\nHost: "
                                + orders.getAuthority()
                                + "\r\nAuthorization: Bearer "
                                + token
                                + "\r\nContent-Type: application/json\r\nIdempotency-Key: "
                                + keyPrefix);
    }

    /// Posts the order of this index.
    ///
    /// @param due when it was to be posted, by the nano clock
    void post(int index, long due) {
        open.register();
        unanswered.add(index);
        journeys.posted();
        http.send(request(index), new Taker(index, due));
    }

    /// Waits for the last answers, but not for ever.
    void await() throws InterruptedException {
        try {
            open.awaitAdvanceInterruptibly(open.arrive(), ANSWER_S_MAX, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            unanswered.forEach(index -> journeys.failed(index, "no answer"));
        }
    }

    private ByteBuffer request(int index) {
        byte[] body = bodies.get(index % bodies.size());
        byte[] own = latin(index + "\r\nContent-Length: " + body.length + "\r\n\r\n");
        return ByteBuffer.allocate(head.length + own.length + body.length)
                .put(head)
                .put(own)
                .put(body)
                .flip();
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /// Hears what came of one order.
    private final class Taker implements HttpTaker {

        private final int index;
        private final long due;

        Taker(int index, long due) {
            this.index = index;
            this.due = due;
        }

        @Override
        public void answered(HttpAnswer answer) {
            long at = System.nanoTime();
            String location = answer.location();
            if (answer.status() == CREATED && location.length() >= UUID_LENGTH) {
                String id = location.substring(location.length() - UUID_LENGTH);
                journeys.accepted(index, UUID.fromString(id), due, at);
            } else {
                journeys.failed(index, "http-" + answer.status());
            }
            done();
        }

        @Override
        public void failed(IOException why) {
            String message = why.getMessage();
            journeys.failed(index, message == null ? why.getClass().getSimpleName() : message);
            done();
        }

        private void done() {
            unanswered.remove(index);
            open.arriveAndDeregister();
        }
    }

    @Override
    public void close() throws InterruptedException {
        http.close();
    }
}
