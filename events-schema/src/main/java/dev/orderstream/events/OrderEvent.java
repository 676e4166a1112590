package dev.orderstream.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What orders-service tells, on `orders.events`.
public sealed interface OrderEvent extends Event {

    /// A storefront's order was accepted and stored.
    ///
    /// @param total the sum of all lines, computed by the server
    /// @param paymentMethod the gateway's token of a payment method, never a card number
    record OrderCreated(
            UUID orderId,
            Instant placedAt,
            Customer customer,
            Address shippingAddress,
            List<OrderLine> lines,
            Money total,
            String paymentMethod)
            implements OrderEvent {
        public OrderCreated {
            Require.present("orderId", orderId);
            Require.present("placedAt", placedAt);
            Require.present("customer", customer);
            Require.present("shippingAddress", shippingAddress);
            lines = List.copyOf(Require.notEmpty("lines", lines));
            Require.present("total", total);
            Require.text("paymentMethod", paymentMethod, 255);
        }
    }

    /// Someone asked for the order to be cancelled; shipping decides whether it is too late.
    record OrderCancellationRequested(UUID orderId, Instant requestedAt, @Nullable String reason)
            implements OrderEvent {
        public OrderCancellationRequested {
            Require.present("orderId", orderId);
            Require.present("requestedAt", requestedAt);
            Require.textOrNull("reason", reason, 200);
        }
    }

    /// The order will not be shipped; whatever was captured for it goes back.
    record OrderCancelled(UUID orderId, Instant cancelledAt, String reason) implements OrderEvent {
        public OrderCancelled {
            Require.present("orderId", orderId);
            Require.present("cancelledAt", cancelledAt);
            Require.text("reason", reason, 100);
        }
    }

    /// The order was paid and delivered: its end.
    record OrderCompleted(UUID orderId, Instant completedAt) implements OrderEvent {
        public OrderCompleted {
            Require.present("orderId", orderId);
            Require.present("completedAt", completedAt);
        }
    }
}
