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
import org.jspecify.annotations.Nullable;

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

    /// What an event means to a customer who waits for the order to be cancelled.
    static Told ofCancelling(Event event) {
        return event instanceof ShipmentDispatched dispatched
                ? new Told(
                        TimelineStep.SHIPMENT_DISPATCHED,
                        "It was too late to cancel the order. " + onItsWay(dispatched))
                : of(event);
    }

    private static Told order(OrderEvent event) {
        return switch (event) {
            case OrderCreated _ -> new Told(TimelineStep.ORDER_PLACED, "We received your order.");
            case OrderCancellationRequested e ->
                    new Told(TimelineStep.CANCELLATION_REQUESTED, asked(e.reason()));
            case OrderCancelled e -> new Told(TimelineStep.ORDER_CANCELLED, cancelled(e.reason()));
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
            case ShipmentDispatched e -> new Told(TimelineStep.SHIPMENT_DISPATCHED, onItsWay(e));
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

    private static String onItsWay(ShipmentDispatched event) {
        return "Your parcel is on its way with %s, tracking number %s."
                .formatted(event.carrier(), event.trackingNumber());
    }

    /// Customer and operator ask alike, so the words suit both.
    private static String asked(@Nullable String reason) {
        return CancellationReasons.ORDER_EXPIRED.equals(reason)
                ? "Your payment was not completed in time, so we are cancelling the order."
                : "We were asked to cancel your order.";
    }

    /// Why there will be no parcel; nobody here knows whether money was taken.
    private static String cancelled(String reason) {
        String why =
                switch (reason) {
                    case CancellationReasons.CANCELLATION_REQUESTED ->
                            "Your order is cancelled, as requested.";
                    case CancellationReasons.ORDER_EXPIRED ->
                            "Your order is cancelled, because its payment was not completed in time.";
                    case CancellationReasons.CARRIER_REFUSED ->
                            "Your order is cancelled, because the carrier cannot deliver to your address.";
                    case CancellationReasons.CARRIER_UNAVAILABLE ->
                            "Your order is cancelled, because no carrier could take your parcel.";
                    default -> "Your order is cancelled.";
                };
        return why + " If you have paid, you get your money back.";
    }

    /// The reasons a customer can act on; what a bank does not say, we do not guess.
    private static String declined(String reason) {
        return switch (reason.replace('-', '_')) {
            case "insufficient_funds" -> "Your card does not have the funds for this payment.";
            case "expired_card" -> "Your card has expired.";
            case "incorrect_cvc" -> "The security code of your card is wrong.";
            case "processing_error" -> "Your bank could not process the payment.";
            case "authentication_required" ->
                    "Your bank asked you to confirm the payment, and that did not work.";
            case "authentication_expired" -> "You did not confirm the payment in time.";
            case "gateway_unavailable" -> "The card system was out of reach; nothing was charged.";
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
