package dev.orderstream.email.composing;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.orderstream.events.EmailOccasion;
import dev.orderstream.events.Money;

/// A turn in an order's life that the customer hears of, with what only this turn knows.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "turn")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Turn.OrderReceived.class, name = "ORDER_RECEIVED"),
    @JsonSubTypes.Type(value = Turn.PaymentSucceeded.class, name = "PAYMENT_SUCCEEDED"),
    @JsonSubTypes.Type(value = Turn.PaymentFailed.class, name = "PAYMENT_FAILED"),
    @JsonSubTypes.Type(value = Turn.ShipmentDispatched.class, name = "SHIPMENT_DISPATCHED")
})
public sealed interface Turn {

    /// There is one mail for each.
    @JsonIgnore
    EmailOccasion occasion();

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

    /// The carrier has the parcel.
    record ShipmentDispatched(String carrier, String trackingNumber) implements Turn {
        @Override
        public EmailOccasion occasion() {
            return EmailOccasion.SHIPMENT_DISPATCHED;
        }
    }
}
