package dev.orderstream.orders.placing;

import dev.orderstream.delivery.outbox.Cause;
import dev.orderstream.delivery.outbox.Ids;
import dev.orderstream.delivery.outbox.NewEvent;
import dev.orderstream.delivery.outbox.Outbox;
import dev.orderstream.delivery.trace.Traces;
import dev.orderstream.events.Money;
import dev.orderstream.events.OrderEvent.OrderCreated;
import dev.orderstream.orders.content.OrderContent;
import dev.orderstream.orders.content.OrderJson;
import dev.orderstream.orders.lifecycle.OrderFacts;
import dev.orderstream.orders.reading.OrderView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;

/// Stores an order, its key and its event in one transaction.
@ApplicationScoped
class PlacingAnOrder {

    /// The event is the content, an id, a time and a total, and consumers take a million bytes.
    private static final int CONTENT_BYTES_MAX = 1_000_000 - 500;

    private final PlacedOrders orders;
    private final Outbox outbox;
    private final Traces traces;
    private final Clock clock;

    PlacingAnOrder(PlacedOrders orders, Outbox outbox, Traces traces, Clock clock) {
        this.orders = orders;
        this.outbox = outbox;
        this.traces = traces;
        this.clock = clock;
    }

    /// Places the order, or finds the one that the key stands for.
    @Transactional
    Placed place(IdempotencyKey key, OrderContent content, Money total) {
        String json = OrderJson.write(content);
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > CONTENT_BYTES_MAX) {
            return new Placed.TooLarge();
        }
        byte[] hash = sha256(bytes);
        Instant now = clock.instant();
        OrderCreated created = created(content, total, now);
        NewEvent told = new NewEvent(created, now, Cause.request(traces.current()));
        if (!orders.insert(key, hash, created, json, told)) {
            return orders.find(key, hash).orElseGet(Placed.KeyInUse::new);
        }
        outbox.append(told);
        return new Placed.New(
                OrderView.of(created.orderId(), now, content, total, OrderFacts.NONE));
    }

    private static OrderCreated created(OrderContent content, Money total, Instant now) {
        return new OrderCreated(
                Ids.next(),
                now,
                content.customer(),
                content.shippingAddress(),
                content.lines(),
                total,
                content.paymentMethod());
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
