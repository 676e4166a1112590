package dev.orderstream.orders.timeline;

import dev.orderstream.events.EmailEvent;
import dev.orderstream.events.EmailEvent.EmailFailed;
import dev.orderstream.events.EmailEvent.EmailSent;
import dev.orderstream.events.EmailOccasion;
import dev.orderstream.events.Event;
import dev.orderstream.events.OrderEvent;
import dev.orderstream.events.OrderEvent.OrderCancellationRequested;
import dev.orderstream.events.OrderEvent.OrderCancelled;
import dev.orderstream.events.OrderEvent.OrderCompleted;
import dev.orderstream.events.OrderEvent.OrderCreated;
import dev.orderstream.events.PaymentEvent;
import dev.orderstream.events.PaymentEvent.PaymentActionRequired;
import dev.orderstream.events.PaymentEvent.PaymentFailed;
import dev.orderstream.events.PaymentEvent.PaymentRefunded;
import dev.orderstream.events.PaymentEvent.PaymentSucceeded;
import dev.orderstream.events.ShipmentEvent;
import dev.orderstream.events.ShipmentEvent.ShipmentCancelled;
import dev.orderstream.events.ShipmentEvent.ShipmentDelivered;
import dev.orderstream.events.ShipmentEvent.ShipmentDispatched;
import dev.orderstream.events.ShipmentEvent.ShipmentPrepared;

/// What an event means to the customer: a step, and a sentence about it.
record Told(TimelineStep step, String detail) {

    static Told of(Event event) {
        return switch (event) {
            case OrderEvent e -> order(e);
            case PaymentEvent e -> payment(e);
            case ShipmentEvent e -> shipment(e);
            case EmailEvent e -> email(e);
        };
    }

    private static Told order(OrderEvent event) {
        return switch (event) {
            case OrderCreated _ -> new Told(TimelineStep.ORDER_PLACED, "We received your order.");
            case OrderCancellationRequested _ ->
                    new Told(
                            TimelineStep.CANCELLATION_REQUESTED,
                            "You asked us to cancel the order.");
            case OrderCancelled _ ->
                    new Told(TimelineStep.ORDER_CANCELLED, "Your order is cancelled.");
            case OrderCompleted _ ->
                    new Told(TimelineStep.ORDER_COMPLETED, "Your order is complete. Thank you!");
        };
    }

    private static Told payment(PaymentEvent event) {
        return switch (event) {
            case PaymentActionRequired _ ->
                    new Told(
                            TimelineStep.PAYMENT_ACTION_REQUIRED,
                            "Your bank asks you to confirm the payment.");
            case PaymentSucceeded _ ->
                    new Told(TimelineStep.PAYMENT_SUCCEEDED, "Your payment went through.");
            case PaymentFailed e -> new Told(TimelineStep.PAYMENT_FAILED, declined(e.reason()));
            case PaymentRefunded _ ->
                    new Told(TimelineStep.PAYMENT_REFUNDED, "We returned your money.");
        };
    }

    private static Told shipment(ShipmentEvent event) {
        return switch (event) {
            case ShipmentPrepared _ ->
                    new Told(TimelineStep.SHIPMENT_PREPARED, "We are packing your parcel.");
            case ShipmentDispatched e ->
                    new Told(
                            TimelineStep.SHIPMENT_DISPATCHED,
                            "Your parcel is on its way with %s, tracking number %s."
                                    .formatted(e.carrier(), e.trackingNumber()));
            case ShipmentDelivered _ ->
                    new Told(TimelineStep.SHIPMENT_DELIVERED, "Your parcel was delivered.");
            case ShipmentCancelled _ ->
                    new Told(TimelineStep.SHIPMENT_CANCELLED, "Your parcel will not be sent.");
        };
    }

    private static Told email(EmailEvent event) {
        return switch (event) {
            case EmailSent e ->
                    new Told(
                            TimelineStep.EMAIL_SENT,
                            "We sent you a mail about " + subject(e.occasion()) + ".");
            case EmailFailed e ->
                    new Told(
                            TimelineStep.EMAIL_FAILED,
                            "Our mail about " + subject(e.occasion()) + " may not have come.");
        };
    }

    /// The reasons a customer can act on; what a bank does not say, we do not guess.
    private static String declined(String reason) {
        return switch (reason.replace('-', '_')) {
            case "insufficient_funds" -> "Your card does not have the funds for this payment.";
            case "expired_card" -> "Your card has expired.";
            case "incorrect_cvc" -> "The security code of your card is wrong.";
            case "processing_error" -> "Your bank could not process the payment.";
            case "amount_too_small" -> "The total is below what a card can be charged.";
            default -> "Your payment was declined.";
        };
    }

    private static String subject(EmailOccasion occasion) {
        return switch (occasion) {
            case ORDER_RECEIVED -> "your order";
            case PAYMENT_SUCCEEDED -> "your payment";
            case PAYMENT_FAILED -> "your failed payment";
            case PAYMENT_ACTION_REQUIRED -> "confirming your payment";
            case SHIPMENT_DISPATCHED -> "your parcel";
            case SHIPMENT_DELIVERED -> "your delivery";
            case ORDER_CANCELLED -> "the cancellation";
            case PAYMENT_REFUNDED -> "your refund";
        };
    }
}
