package dev.orderstream.email.testing;

import dev.orderstream.delivery.outbox.Ids;
import dev.orderstream.events.Address;
import dev.orderstream.events.Customer;
import dev.orderstream.events.Money;
import dev.orderstream.events.OrderEvent.OrderCancelled;
import dev.orderstream.events.OrderEvent.OrderCreated;
import dev.orderstream.events.OrderLine;
import dev.orderstream.events.PaymentEvent.PaymentActionRequired;
import dev.orderstream.events.PaymentEvent.PaymentFailed;
import dev.orderstream.events.PaymentEvent.PaymentRefunded;
import dev.orderstream.events.PaymentEvent.PaymentSucceeded;
import dev.orderstream.events.ShipmentEvent.ShipmentDelivered;
import dev.orderstream.events.ShipmentEvent.ShipmentDispatched;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Events of an order as its service would tell them.
public final class Orders {

    private static final Instant AT = Instant.parse("2026-11-23T10:00:00Z");

    private Orders() {}

    public static OrderCreated created(UUID orderId) {
        return created(orderId, new Customer("c-1", "Ada Lovelace", "ada@example.com", "en-GB"));
    }

    public static OrderCreated created(UUID orderId, Customer customer) {
        return new OrderCreated(
                orderId,
                AT,
                customer,
                new Address("12 St James's Square", "London", "SW1Y 4JH", "GB"),
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

    public static PaymentActionRequired actionRequired(UUID orderId, Instant expiresAt) {
        return new PaymentActionRequired(
                orderId,
                Ids.next(),
                new Money(2208, "GBP"),
                "https://bank.example/confirm",
                expiresAt);
    }

    public static PaymentRefunded refunded(UUID orderId) {
        return new PaymentRefunded(orderId, Ids.next(), new Money(2208, "GBP"), "re_1", AT);
    }

    public static OrderCancelled cancelled(UUID orderId) {
        return new OrderCancelled(orderId, AT, "cancellation-requested");
    }

    public static ShipmentDispatched dispatched(UUID orderId) {
        return new ShipmentDispatched(
                orderId, Ids.next(), "Simulated Parcels", "SP0123456789AB", AT);
    }

    public static ShipmentDelivered delivered(UUID orderId) {
        return new ShipmentDelivered(orderId, Ids.next(), AT);
    }
}
