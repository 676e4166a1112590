package dev.orderstream.operations.following;

import dev.orderstream.operations.reconcile.Occasions;

/// How far an order was when it was last looked at.
///
/// @param mails how many of its mails are sent, or will never be
public record Seen(String status, int mails) {

    public static final Seen NOTHING = new Seen("PROCESSING", 0);

    /// The card was charged.
    public boolean paid() {
        return switch (status) {
            case "PAID", "PREPARING", "DISPATCHED", "DELIVERED" -> true;
            default -> false;
        };
    }

    /// The card was not charged and will not be.
    public boolean failed() {
        return status.equals("PAYMENT_FAILED");
    }

    /// The customer has the parcel.
    public boolean delivered() {
        return status.equals("DELIVERED");
    }

    /// The carrier has the parcel, or had it.
    public boolean dispatched() {
        return delivered() || status.equals("DISPATCHED");
    }

    /// Someone else cancelled it: not an end that the demo leads to, but an end.
    private boolean cancelled() {
        return status.equals("CANCELLED") || status.equals("REFUNDED");
    }

    /// Nothing more happens to it, unless it is dispatched and awaits its delivery.
    public boolean ended() {
        return cancelled()
                || ((failed() || dispatched())
                        && mails >= Occasions.of(!failed(), delivered()).size());
    }
}
