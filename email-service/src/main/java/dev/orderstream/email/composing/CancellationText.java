package dev.orderstream.email.composing;

/// Says to the customer why an order was cancelled.
final class CancellationText {

    private CancellationText() {}

    static String of(String reason) {
        return switch (reason) {
            case "cancellation-requested" -> "It was cancelled as requested.";
            case "order-expired" -> "It could not be completed in time.";
            case "carrier-refused" -> "Our carrier does not deliver to this address.";
            case "carrier-unavailable" -> "Our carrier could not take the parcel in time.";
            default -> "It cannot be delivered.";
        };
    }
}
