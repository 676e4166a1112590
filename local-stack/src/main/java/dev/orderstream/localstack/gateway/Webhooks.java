package dev.orderstream.localstack.gateway;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Delivers events to the registered endpoint, as often as it takes; what is undelivered outlives a
/// restart.
final class Webhooks implements AutoCloseable {

    private static final int DELIVERERS = 8;
    private static final int ATTEMPTS_MAX = 20;
    private static final long REORDER_WINDOW_MS = 500;

    private final Books books;
    private final Mischief mischief;
    private final String base;
    private final DelayQueue<Delivery> queue = new DelayQueue<>();
    private final Set<String> queued = ConcurrentHashMap.newKeySet();
    private final WebhookPost post = new WebhookPost();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /// @param base the gateway's address, as the objects in the events name it
    Webhooks(Books books, Mischief mischief, String base) {
        this.books = books;
        this.mischief = mischief;
        this.base = base;
        for (int i = 0; i < DELIVERERS; i++) {
            threads.execute(this::deliverAll);
        }
    }

    boolean wanted() {
        return mischief.behaviour().webhooks().active();
    }

    boolean wants(String type) {
        return mischief.behaviour().webhooks().wants(type);
    }

    void send(Change change) {
        for (Change.Mark mark : change.events()) {
            if (mark.webhook()) {
                enqueue(new GatewayEvent(mark, change));
            }
        }
    }

    /// Takes up what an earlier run, or an earlier endpoint, left undelivered.
    void resume() {
        if (wanted()) {
            books.undelivered().stream()
                    .filter(e -> !queued.contains(e.id()))
                    .forEach(this::enqueue);
        }
    }

    void forget() {
        queue.clear();
        queued.clear();
    }

    private void enqueue(GatewayEvent event) {
        Behaviour.Webhooks settings = mischief.behaviour().webhooks();
        queued.add(event.id());
        queue.add(Delivery.in(event, 0, delayMs(settings)));
        if (settings.duplicateRate() > 0 && mischief.draw() < settings.duplicateRate()) {
            queue.add(Delivery.in(event, 0, delayMs(settings)));
        }
    }

    private long delayMs(Behaviour.Webhooks settings) {
        long spread =
                settings.reorder()
                        ? (long) (mischief.draw() * Math.max(REORDER_WINDOW_MS, settings.delayMs()))
                        : 0;
        return settings.delayMs() + spread;
    }

    private void deliverAll() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                deliverOrTryAgain(queue.take());
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /// A journal without room for the delivery is no reason to stop delivering.
    private void deliverOrTryAgain(Delivery delivery) {
        try {
            deliver(delivery);
        } catch (RuntimeException e) {
            tryAgain(delivery);
        }
    }

    private void deliver(Delivery delivery) {
        GatewayEvent event = delivery.event();
        Behaviour.Webhooks settings = mischief.behaviour().webhooks();
        if (!queued.contains(event.id()) && delivery.attempt() > 0) {
            return;
        }
        byte[] body = Wire.bytes(new EventWire(event, base, true));
        if (settings.active() && post.accepted(settings, body)) {
            books.delivered(event.id());
            queued.remove(event.id());
        } else if (settings.active()) {
            tryAgain(delivery);
        } else {
            queued.remove(event.id());
        }
    }

    private void tryAgain(Delivery delivery) {
        if (delivery.attempt() < ATTEMPTS_MAX) {
            queue.add(delivery.again());
        } else {
            queued.remove(delivery.event().id());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
