package dev.orderstream.shipping.carrier;

import java.util.UUID;

/// The port to whoever carries parcels.
///
/// A key stands for one parcel, however often it is sent. Of booking and withdrawing the first that
/// the carrier does is final; each tells from then on what became of the parcel.
public interface Carrier {

    /// The name that customers know.
    String name();

    /// Hands a parcel over.
    Booking book(UUID idempotencyKey, Parcel parcel);

    /// Takes the handing over of a parcel back, unless the carrier has it already.
    Withdrawal withdraw(UUID idempotencyKey, Parcel parcel);
}
