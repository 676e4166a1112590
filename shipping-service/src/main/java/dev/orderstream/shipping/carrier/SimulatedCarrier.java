package dev.orderstream.shipping.carrier;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.UUID;

/// A carrier that takes every parcel at once.
///
/// It keeps no state: the tracking number is made of the key, so the same key gets the same number.
@ApplicationScoped
class SimulatedCarrier implements Carrier {

    private static final int DIGITS = 12;

    @Override
    public String name() {
        return "Simulated Parcels";
    }

    @Override
    public Booking book(UUID idempotencyKey, Parcel parcel) {
        String digits = idempotencyKey.toString().replace("-", "");
        // The end of a UUIDv7 is its random part.
        return new Booking.Booked(
                "SP" + digits.substring(digits.length() - DIGITS).toUpperCase(Locale.ROOT));
    }
}
