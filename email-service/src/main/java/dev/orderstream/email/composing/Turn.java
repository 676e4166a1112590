package dev.orderstream.email.composing;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.orderstream.events.EmailOccasion;
import dev.orderstream.events.Money;
import java.time.Instant;

/// A turn in an order's life that the customer hears of, with what only this turn knows.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "turn")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Turn.OrderReceived.class, name = "ORDER_RECEIVED"),
    @JsonSubTypes.Type(value = Turn.PaymentSucceeded.class, name = "PAYMENT_SUCCEEDED"),
    @JsonSubTypes.Type(value = Turn.PaymentFailed.class, name = "PAYMENT_FAILED"),
    @JsonSubTypes.Type(value = Turn.PaymentActionRequired.class, name = "PAYMENT_ACTION_REQUIRED"),
    @JsonSubTypes.Type(value = Turn.ShipmentDispatched.class, name = "SHIPMENT_DISPATCHED"),
    @JsonSubTypes.Type(value = Turn.ShipmentDelivered.class, name = "SHIPMENT_DELIVERED"),
    @JsonSubTypes.Type(value = Turn.OrderCancelled.class, name = "ORDER_CANCELLED"),
    @JsonSubTypes.Type(value = Turn.PaymentRefunded.class, name = "PAYMENT_REFUNDED")
})
public sealed interface Turn {

    /// There is one mail for each.
    @JsonIgnore
    EmailOccasion occasion();

    /// Whether the customer can do nothing any more of what the mail asks for.
    default boolean isOver(Instant now) {
        return false;
    }

    /// The order was stored.
    record OrderReceived() implements Turn {
        @Override
        public EmailOccasion occasion() {
            return EmailOccasion.ORDER_RECEIVED;
        }
    }

    /// The card was charged.
    record PaymentSucceeded(Money amount) implements Turn {
        @Override
        public EmailOccasion occasion() {
            return EmailOccasion.PAYMENT_SUCCEEDED;
        }
    }

    /// The card was not charged.
    ///
    /// @param reason the stable code of the event
    record PaymentFailed(Money amount, String reason) implements Turn {
        @Override
        public EmailOccasion occasion() {
            return EmailOccasion.PAYMENT_FAILED;
        }
    }

    /// The customer's bank wants to see the customer before the charge.
    ///
    /// @param actionUrl where the customer is to go
    /// @param expiresAt when it is too late
    record PaymentActionRequired(Money amount, String actionUrl, Instant expiresAt)
            implements Turn {
        @Override
        public EmailOccasion occasion() {
            return EmailOccasion.PAYMENT_ACTION_REQUIRED;
        }

        @Override
        public boolean isOver(Instant now) {
            return !now.isBefore(expiresAt);
        }
    }

    /// The carrier has the parcel.
    record ShipmentDispatched(String carrier, String trackingNumber) implements Turn {
        @Override
        public EmailOccasion occasion() {
            return EmailOccasion.SHIPMENT_DISPATCHED;
        }
    }

    /// The customer has the parcel.
    record ShipmentDelivered() implements Turn {
        @Override
        public EmailOccasion occasion() {
            return EmailOccasion.SHIPMENT_DELIVERED;
        }
    }

    /// There will be no parcel.
    ///
    /// @param reason the stable code of the event
    record OrderCancelled(String reason) implements Turn {
        @Override
        public EmailOccasion occasion() {
            return EmailOccasion.ORDER_CANCELLED;
        }
    }

    /// What was paid went back.
    record PaymentRefunded(Money amount) implements Turn {
        @Override
        public EmailOccasion occasion() {
            return EmailOccasion.PAYMENT_REFUNDED;
        }
    }
}
