package dev.orderstream.operations.reconcile;

import dev.orderstream.events.EmailOccasion;
import dev.orderstream.events.Event;
import dev.orderstream.events.OrderEvent.OrderCancelled;
import dev.orderstream.events.OrderEvent.OrderCreated;
import dev.orderstream.events.PaymentEvent.PaymentActionRequired;
import dev.orderstream.events.PaymentEvent.PaymentFailed;
import dev.orderstream.events.PaymentEvent.PaymentRefunded;
import dev.orderstream.events.PaymentEvent.PaymentSucceeded;
import dev.orderstream.events.ShipmentEvent.ShipmentDelivered;
import dev.orderstream.events.ShipmentEvent.ShipmentDispatched;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/// Which event a customer gets which mail for: exactly one for each that was told.
final class Occasions {

    private static final Map<EmailOccasion, Class<? extends Event>> TOLD_BY =
            new EnumMap<>(
                    Map.of(
                            EmailOccasion.ORDER_RECEIVED, OrderCreated.class,
                            EmailOccasion.PAYMENT_SUCCEEDED, PaymentSucceeded.class,
                            EmailOccasion.PAYMENT_FAILED, PaymentFailed.class,
                            EmailOccasion.PAYMENT_ACTION_REQUIRED, PaymentActionRequired.class,
                            EmailOccasion.SHIPMENT_DISPATCHED, ShipmentDispatched.class,
                            EmailOccasion.SHIPMENT_DELIVERED, ShipmentDelivered.class,
                            EmailOccasion.ORDER_CANCELLED, OrderCancelled.class,
                            EmailOccasion.PAYMENT_REFUNDED, PaymentRefunded.class));

    private Occasions() {}

    /// Whether the customer is to hear of this.
    static boolean happened(EmailOccasion occasion, Evidence evidence) {
        return evidence.count(Objects.requireNonNull(TOLD_BY.get(occasion))) > 0;
    }
}
