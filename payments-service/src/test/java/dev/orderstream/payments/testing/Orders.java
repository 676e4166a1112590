package dev.orderstream.payments.testing;

import dev.orderstream.delivery.outbox.Ids;
import dev.orderstream.events.Address;
import dev.orderstream.events.Customer;
import dev.orderstream.events.Money;
import dev.orderstream.events.OrderEvent.OrderCancelled;
import dev.orderstream.events.OrderEvent.OrderCreated;
import dev.orderstream.events.OrderLine;
import java.time.Instant;
import java.util.List;

/// Orders as orders-service tells them.
public final class Orders {

    private static final Instant AT = Instant.parse("2026-11-22T08:58:59Z");

    private Orders() {}

    /// An order of 44.91 GBP.
    public static OrderCreated paidWith(String paymentMethod) {
        Money total = new Money(4491, "GBP");
        return new OrderCreated(
                Ids.next(),
                AT,
                new Customer("c-17850", "Ada Example", "ada@example.org", "en-GB"),
                new Address(null, null, null, "GB"),
                List.of(new OrderLine("85123A", "holder", 1, total)),
                total,
                paymentMethod);
    }

    /// The cancellation of an order.
    public static OrderCancelled cancelled(OrderCreated order) {
        return new OrderCancelled(order.orderId(), AT, "customer-request");
    }
}
