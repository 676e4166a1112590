package dev.orderstream.email.composing;

/// Says to the customer why a payment failed, and no more than they need.
final class PaymentFailureText {

    private PaymentFailureText() {}

    static String of(String reason) {
        return switch (reason) {
            case "insufficient_funds" -> "There was not enough money on the card.";
            case "expired_card" -> "The card has expired.";
            case "incorrect_cvc" -> "The security code of the card was not right.";
            case "processing_error" -> "The card could not be processed.";
            case "authentication_required" -> "Your bank could not confirm that it was you.";
            case "authentication_expired" -> "The payment was not confirmed in time.";
            case "gateway_unavailable" -> "Our payment provider could not be reached.";
            default -> "Your bank declined the payment.";
        };
    }
}
