package dev.orderstream.shipping.dispatching;

import dev.orderstream.shipping.dispatching.ShipmentFact.Cancelled;
import dev.orderstream.shipping.dispatching.ShipmentFact.Delivered;
import dev.orderstream.shipping.dispatching.ShipmentFact.Dispatched;
import dev.orderstream.shipping.dispatching.ShipmentFact.Prepared;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Finds the shipment of an order, as people may see it.
@ApplicationScoped
public class FindingAShipment {

    private final Shipments shipments;

    FindingAShipment(Shipments shipments) {
        this.shipments = shipments;
    }

    /// How a shipment stands; a moment that has not come is null.
    public record Summary(
            UUID orderId,
            UUID shipmentId,
            String state,
            @Nullable Instant preparedAt,
            @Nullable Instant dispatchedAt,
            @Nullable String carrier,
            @Nullable String trackingNumber,
            @Nullable Instant deliveredAt,
            @Nullable Instant cancelledAt,
            @Nullable String cancelReason) {}

    public Optional<Summary> find(UUID orderId) {
        return shipments.find(orderId).map(FindingAShipment::summary);
    }

    static Summary summary(ShipmentFacts facts) {
        return new Summary(
                facts.orderId(),
                facts.shipmentId(),
                facts.state().name(),
                of(facts.find(Prepared.class), Prepared::at),
                of(facts.find(Dispatched.class), Dispatched::at),
                of(facts.find(Dispatched.class), Dispatched::carrier),
                of(facts.find(Dispatched.class), Dispatched::trackingNumber),
                of(facts.find(Delivered.class), Delivered::at),
                of(facts.find(Cancelled.class), Cancelled::at),
                of(facts.find(Cancelled.class), cancelled -> cancelled.reason().code()));
    }

    private static <F, T> @Nullable T of(@Nullable F fact, Function<F, T> value) {
        return fact == null ? null : value.apply(fact);
    }
}
