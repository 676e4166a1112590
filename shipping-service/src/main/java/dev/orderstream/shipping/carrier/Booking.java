package dev.orderstream.shipping.carrier;

/// What a carrier answers when a parcel is handed over.
public sealed interface Booking {

    /// The carrier has the parcel.
    record Booked(String trackingNumber) implements Booking {}

    /// The carrier will never take the parcel.
    ///
    /// @param problem for operators; no personal data, no secret
    record Refused(String problem) implements Booking {}

    /// The carrier cannot be reached, and may have the parcel or not: ask again with the same key.
    ///
    /// @param problem for operators; no personal data, no secret
    record Away(String problem) implements Booking {}
}
