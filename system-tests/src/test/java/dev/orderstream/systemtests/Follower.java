package dev.orderstream.systemtests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Follows an order to its end as a browser does: after a break it asks again, the next replica in
/// turn, from behind the last event that came.
final class Follower implements AutoCloseable {

    private static final int PAUSE_MS = 200;

    private final Shopper shopper;
    private final List<URI> shops;
    private final String order;
    private final List<String> steps = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile int connections;
    private volatile boolean ended;
    private String lastEventId = "";
    private String name = "";
    private Thread following;

    private Follower(Shopper shopper, List<URI> shops, String order) {
        this.shopper = shopper;
        this.shops = shops;
        this.order = order;
        following = begin();
    }

    static Follower of(Shopper shopper, List<URI> shops, String order) {
        return new Follower(shopper, shops, order);
    }

    /// The event ids of all steps, as they came.
    List<String> steps() {
        return List.copyOf(steps);
    }

    boolean ended() {
        return ended;
    }

    /// Asks once more after the end, for what came later.
    void askAgain() throws InterruptedException {
        following.join();
        ended = false;
        following = begin();
    }

    /// How often it was connected.
    int connections() {
        return connections;
    }

    private Thread begin() {
        return Thread.ofVirtual().start(this::follow);
    }

    private void follow() {
        try {
            int attempt = 0;
            do {
                connect(shops.get(attempt++ % shops.size()));
            } while (!ended && !closed.await(PAUSE_MS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Hears a stream until it breaks or ends; a replica that is away is as good as one that broke.
    private void connect(URI shop) throws InterruptedException {
        try {
            hear(shop);
        } catch (IOException | UncheckedIOException e) {
            // Asked again.
        }
    }

    private void hear(URI shop) throws IOException, InterruptedException {
        HttpResponse<Stream<String>> answer =
                shopper.client()
                        .send(shopper.stream(shop, order, lastEventId), BodyHandlers.ofLines());
        try (Stream<String> lines = answer.body()) {
            if (answer.statusCode() != 200) {
                throw new IOException("answered " + answer.statusCode());
            }
            connections++;
            lines.forEach(this::hear);
        }
    }

    private void hear(String line) {
        String value = line.substring(line.indexOf(':') + 1).strip();
        if (line.startsWith("id:")) {
            lastEventId = value;
        } else if (line.startsWith("event:")) {
            name = value;
        } else if (line.startsWith("data:")) {
            if (name.equals("step")) {
                steps.add(value.replaceFirst(".*\"eventId\":\"([^\"]*)\".*", "$1"));
            }
            ended |= name.equals("end");
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
