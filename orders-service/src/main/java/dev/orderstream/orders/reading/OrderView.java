package dev.orderstream.orders.reading;

import dev.orderstream.events.Address;
import dev.orderstream.events.Customer;
import dev.orderstream.events.Money;
import dev.orderstream.events.OrderLine;
import dev.orderstream.orders.content.OrderContent;
import dev.orderstream.orders.lifecycle.CancellationOutcome;
import dev.orderstream.orders.lifecycle.OrderFacts;
import dev.orderstream.orders.lifecycle.OrderStatus;
import dev.orderstream.orders.lifecycle.PaymentFacts;
import dev.orderstream.orders.lifecycle.ShipmentFacts;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An order as the API shows it; what is not known yet is left out.
///
/// @param total computed by the server
@Schema(name = "Order")
public record OrderView(
        UUID id,
        OrderStatus status,
        Instant placedAt,
        Customer customer,
        Address shippingAddress,
        List<OrderLine> lines,
        Money total,
        @Nullable Payment payment,
        @Nullable Shipment shipment,
        @Nullable Cancellation cancellation) {

    /// How the payment went.
    ///
    /// @param actionUrl where the customer confirms the payment
    /// @param failureReason a stable code
    @Schema(name = "OrderPayment")
    public record Payment(
            @Nullable String actionUrl,
            @Nullable Instant paidAt,
            @Nullable String failureReason,
            @Nullable Instant refundedAt) {}

    /// How far the parcel is.
    @Schema(name = "OrderShipment")
    public record Shipment(
            @Nullable String carrier,
            @Nullable String trackingNumber,
            @Nullable Instant dispatchedAt,
            @Nullable Instant deliveredAt) {}

    /// What became of cancelling the order.
    ///
    /// @param requestedAt left out when nobody asked for it
    /// @param reason a stable code, once the order is cancelled
    @Schema(name = "OrderCancellation")
    public record Cancellation(
            @Nullable Instant requestedAt, CancellationOutcome outcome, @Nullable String reason) {}

    /// The view of an order with these facts.
    public static OrderView of(
            UUID id, Instant placedAt, OrderContent content, Money total, OrderFacts facts) {
        return new OrderView(
                id,
                OrderStatus.of(facts),
                placedAt,
                content.customer(),
                content.shippingAddress(),
                content.lines(),
                total,
                payment(facts.payment()),
                shipment(facts.shipment()),
                cancellation(facts));
    }

    /// The view of the same order with these facts.
    public OrderView with(OrderFacts facts) {
        return new OrderView(
                id,
                OrderStatus.of(facts),
                placedAt,
                customer,
                shippingAddress,
                lines,
                total,
                payment(facts.payment()),
                shipment(facts.shipment()),
                cancellation(facts));
    }

    private static @Nullable Payment payment(PaymentFacts facts) {
        var action = facts.actionRequired();
        var failed = facts.failed();
        if (action == null && failed == null && facts.paidAt() == null) {
            return null;
        }
        boolean settled = failed != null || facts.paidAt() != null;
        return new Payment(
                action == null || settled ? null : action.url(),
                facts.paidAt(),
                failed == null || facts.paidAt() != null ? null : failed.reason(),
                facts.refundedAt());
    }

    private static @Nullable Cancellation cancellation(OrderFacts facts) {
        var cancelled = facts.shipment().cancelled();
        if (cancelled == null && facts.cancellationRequestedAt() == null) {
            return null;
        }
        return new Cancellation(
                facts.cancellationRequestedAt(),
                CancellationOutcome.of(facts),
                cancelled == null ? null : cancelled.reason());
    }

    private static @Nullable Shipment shipment(ShipmentFacts facts) {
        var dispatch = facts.dispatched();
        if (dispatch == null && facts.deliveredAt() == null) {
            return null;
        }
        return new Shipment(
                dispatch == null ? null : dispatch.carrier(),
                dispatch == null ? null : dispatch.trackingNumber(),
                dispatch == null ? null : dispatch.at(),
                facts.deliveredAt());
    }
}
