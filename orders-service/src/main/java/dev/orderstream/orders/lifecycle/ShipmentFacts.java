package dev.orderstream.orders.lifecycle;

import dev.orderstream.events.ShipmentEvent;
import dev.orderstream.events.ShipmentEvent.ShipmentCancelled;
import dev.orderstream.events.ShipmentEvent.ShipmentDelivered;
import dev.orderstream.events.ShipmentEvent.ShipmentDispatched;
import dev.orderstream.events.ShipmentEvent.ShipmentPrepared;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// What is known about an order's parcel; each member is null until it is known.
public record ShipmentFacts(
        @Nullable Instant preparedAt,
        @Nullable Dispatch dispatched,
        @Nullable Instant deliveredAt,
        @Nullable Cancellation cancelled) {

    static final ShipmentFacts NONE = new ShipmentFacts(null, null, null, null);

    /// The carrier has the parcel.
    public record Dispatch(Instant at, String carrier, String trackingNumber)
            implements Comparable<Dispatch> {
        @Override
        public int compareTo(Dispatch other) {
            return Comparator.comparing(Dispatch::at)
                    .thenComparing(Dispatch::carrier)
                    .thenComparing(Dispatch::trackingNumber)
                    .compare(this, other);
        }
    }

    /// There will be no parcel.
    public record Cancellation(Instant at, String reason) implements Comparable<Cancellation> {
        @Override
        public int compareTo(Cancellation other) {
            return Comparator.comparing(Cancellation::at)
                    .thenComparing(Cancellation::reason)
                    .compare(this, other);
        }
    }

    ShipmentFacts with(ShipmentEvent event) {
        return switch (event) {
            case ShipmentPrepared e ->
                    new ShipmentFacts(
                            Facts.settled(preparedAt, e.preparedAt()),
                            dispatched,
                            deliveredAt,
                            cancelled);
            case ShipmentDispatched e ->
                    new ShipmentFacts(
                            preparedAt,
                            Facts.settled(dispatched, dispatch(e)),
                            deliveredAt,
                            cancelled);
            case ShipmentDelivered e ->
                    new ShipmentFacts(
                            preparedAt,
                            dispatched,
                            Facts.settled(deliveredAt, e.deliveredAt()),
                            cancelled);
            case ShipmentCancelled e ->
                    new ShipmentFacts(
                            preparedAt,
                            dispatched,
                            deliveredAt,
                            Facts.settled(
                                    cancelled, new Cancellation(e.cancelledAt(), e.reason())));
        };
    }

    private static Dispatch dispatch(ShipmentDispatched event) {
        return new Dispatch(event.dispatchedAt(), event.carrier(), event.trackingNumber());
    }
}
