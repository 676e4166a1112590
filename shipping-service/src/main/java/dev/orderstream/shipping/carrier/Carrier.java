package dev.orderstream.shipping.carrier;

import java.util.UUID;

/// The port to whoever carries parcels.
public interface Carrier {

    /// The name that customers know.
    String name();

    /// Hands a parcel over. The same key always means the same parcel, however often it is sent.
    Booking book(UUID idempotencyKey, Parcel parcel);
}
