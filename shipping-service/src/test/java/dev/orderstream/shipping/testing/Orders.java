package dev.orderstream.shipping.testing;

import dev.orderstream.delivery.outbox.Ids;
import dev.orderstream.events.Address;
import dev.orderstream.events.Customer;
import dev.orderstream.events.Money;
import dev.orderstream.events.OrderEvent.OrderCancellationRequested;
import dev.orderstream.events.OrderEvent.OrderCreated;
import dev.orderstream.events.OrderLine;
import dev.orderstream.events.PaymentEvent.PaymentFailed;
import dev.orderstream.events.PaymentEvent.PaymentSucceeded;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Events of an order as its service would tell them.
public final class Orders {

    private static final Instant AT = Instant.parse("2026-11-23T10:00:00Z");

    private Orders() {}

    public static OrderCreated created(UUID orderId) {
        return created(orderId, "SW1Y 4JH");
    }

    public static OrderCreated created(UUID orderId, String postalCode) {
        return new OrderCreated(
                orderId,
                AT,
                new Customer("c-1", "Ada Lovelace", "ada@example.com", "en-GB"),
                new Address("12 St James's Square", "London", postalCode, "GB"),
                List.of(
                        new OrderLine(
                                "85123A",
                                "WHITE HANGING HEART T-LIGHT HOLDER",
                                6,
                                new Money(255, "GBP")),
                        new OrderLine("71053", "WHITE METAL LANTERN", 2, new Money(339, "GBP"))),
                new Money(2208, "GBP"),
                "pm_card_visa");
    }

    public static PaymentSucceeded paid(UUID orderId) {
        return new PaymentSucceeded(orderId, Ids.next(), new Money(2208, "GBP"), "pi_1", AT);
    }

    public static PaymentFailed notPaid(UUID orderId) {
        return new PaymentFailed(
                orderId, Ids.next(), new Money(2208, "GBP"), "insufficient_funds", "pi_1", AT);
    }

    public static OrderCancellationRequested cancel(UUID orderId) {
        return new OrderCancellationRequested(orderId, AT.plusSeconds(1), null);
    }

    public static OrderCancellationRequested expire(UUID orderId) {
        return new OrderCancellationRequested(orderId, AT.plusSeconds(1), "order-expired");
    }
}
