package dev.orderstream.shipping.carrier;

/// What a carrier answers when a parcel is not to be handed over any more.
public sealed interface Withdrawal {

    /// The carrier has not got the parcel, and its key is never booked from now on.
    record Withdrawn() implements Withdrawal {}

    /// Too late: the carrier has the parcel.
    record AlreadyBooked(String trackingNumber) implements Withdrawal {}

    /// The carrier cannot be reached: ask again with the same key.
    ///
    /// @param problem for operators; no personal data, no secret
    record Away(String problem) implements Withdrawal {}
}
