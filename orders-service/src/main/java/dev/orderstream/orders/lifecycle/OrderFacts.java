package dev.orderstream.orders.lifecycle;

import dev.orderstream.events.EmailEvent;
import dev.orderstream.events.Event;
import dev.orderstream.events.OrderEvent;
import dev.orderstream.events.OrderEvent.OrderCancellationRequested;
import dev.orderstream.events.OrderEvent.OrderCancelled;
import dev.orderstream.events.OrderEvent.OrderCompleted;
import dev.orderstream.events.OrderEvent.OrderCreated;
import dev.orderstream.events.PaymentEvent;
import dev.orderstream.events.ShipmentEvent;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Everything that is known to have happened to an order, whatever came first.
public record OrderFacts(
        PaymentFacts payment, ShipmentFacts shipment, @Nullable Instant cancellationRequestedAt) {

    /// A placed order of which nothing else is known.
    public static final OrderFacts NONE =
            new OrderFacts(PaymentFacts.NONE, ShipmentFacts.NONE, null);

    /// These facts and what the event adds; an event that is known already adds nothing.
    public OrderFacts with(Event event) {
        return switch (event) {
            case PaymentEvent e ->
                    new OrderFacts(payment.with(e), shipment, cancellationRequestedAt);
            case ShipmentEvent e ->
                    new OrderFacts(payment, shipment.with(e), cancellationRequestedAt);
            case EmailEvent _ -> this;
            case OrderEvent e -> withOwn(e);
        };
    }

    /// When the order came to its good end, paid and delivered; empty as long as it has not.
    public Optional<Instant> completedAt() {
        Instant paid = payment.paidAt();
        Instant delivered = shipment.deliveredAt();
        if (paid == null || delivered == null) {
            return Optional.empty();
        }
        return Optional.of(paid.isAfter(delivered) ? paid : delivered);
    }

    /// Whether nothing more is to come: no money is owed to the customer, and no answer.
    ///
    /// An order that was cancelled after it was paid ends with its refund.
    public boolean ended() {
        return switch (OrderStatus.of(this)) {
            case REFUNDED -> true;
            case DELIVERED -> payment.paidAt() != null;
            case CANCELLED -> payment.paidAt() == null;
            case PAYMENT_FAILED -> cancellationRequestedAt == null;
            case PROCESSING, ACTION_REQUIRED, PAID, PREPARING, DISPATCHED -> false;
        };
    }

    private OrderFacts withOwn(OrderEvent event) {
        return switch (event) {
            case OrderCancellationRequested e ->
                    new OrderFacts(
                            payment,
                            shipment,
                            Facts.settled(cancellationRequestedAt, e.requestedAt()));
            // Told from these facts; they add nothing to them.
            case OrderCreated _ -> this;
            case OrderCancelled _ -> this;
            case OrderCompleted _ -> this;
        };
    }
}
