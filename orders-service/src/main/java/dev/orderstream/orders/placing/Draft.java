package dev.orderstream.orders.placing;

import dev.orderstream.delivery.outbox.Cause;
import dev.orderstream.delivery.outbox.Ids;
import dev.orderstream.delivery.outbox.NewEvent;
import dev.orderstream.events.Money;
import dev.orderstream.events.OrderEvent.OrderCreated;
import dev.orderstream.orders.content.OrderContent;
import dev.orderstream.orders.content.OrderJson;
import dev.orderstream.orders.lifecycle.OrderFacts;
import dev.orderstream.orders.reading.OrderView;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;

/// An order as it will be stored, if its key is free.
///
/// @param json the content as it is stored
/// @param bytes how many the JSON has
/// @param hash of the JSON: a request with the same key and another hash is another request
/// @param told the event that tells of it
record Draft(
        IdempotencyKey key,
        OrderContent content,
        String json,
        int bytes,
        byte[] hash,
        OrderCreated order,
        NewEvent told) {

    /// The event is the content, an id, a time and a total, and consumers take a million bytes.
    private static final int BYTES_MAX = 1_000_000 - 500;

    static Draft of(
            IdempotencyKey key, OrderContent content, Money total, Instant now, Cause cause) {
        String json = OrderJson.write(content);
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        OrderCreated order =
                new OrderCreated(
                        Ids.next(),
                        now,
                        content.customer(),
                        content.shippingAddress(),
                        content.lines(),
                        total,
                        content.paymentMethod());
        return new Draft(
                key,
                content,
                json,
                bytes.length,
                sha256(bytes),
                order,
                new NewEvent(order, now, cause));
    }

    UUID id() {
        return order.orderId();
    }

    boolean isTooLarge() {
        return bytes > BYTES_MAX;
    }

    /// The answer to whoever placed it.
    OrderView view() {
        return OrderView.of(
                order.orderId(), order.placedAt(), content, order.total(), OrderFacts.NONE);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
