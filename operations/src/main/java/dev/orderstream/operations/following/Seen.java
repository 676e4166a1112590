package dev.orderstream.operations.following;

/// How far an order was when it was last looked at.
///
/// @param mailsDue how many mails its steps so far are worth
/// @param mails how many of its mails are sent, or will never be
/// @param cancelling a cancellation was asked for and not answered yet
public record Seen(String status, int mailsDue, int mails, boolean cancelling) {

    public static final Seen NOTHING = new Seen("PROCESSING", 1, 0, false);

    /// The card was charged, and the money is ours.
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

    /// It is cancelled, and no money went back: none was taken, or not yet.
    public boolean cancelled() {
        return status.equals("CANCELLED");
    }

    /// Nothing more happens to it, unless it is dispatched and awaits its delivery, or cancelled
    /// while its charge was under way.
    public boolean ended() {
        boolean terminal = failed() || dispatched() || cancelled() || status.equals("REFUNDED");
        return terminal && !cancelling && mails >= mailsDue;
    }
}
