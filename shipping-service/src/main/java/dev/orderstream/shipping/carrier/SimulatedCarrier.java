package dev.orderstream.shipping.carrier;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/// A carrier that takes every parcel at once, save for its test postal codes.
///
/// It keeps no state, so that replicas and restarts see the same carrier: what it answers is made
/// of the key and the parcel. The key is a UUIDv7, which tells how long the parcel is being handed
/// over by now.
@ApplicationScoped
class SimulatedCarrier implements Carrier {

    static final String REFUSED = "REFUSED";
    static final String AWAY = "AWAY";
    static final String LOST = "LOST";
    static final String SLOW = "SLOW";

    /// Longer than the first attempts take, shorter than anybody waits.
    static final Duration SLOW_FOR = Duration.ofSeconds(2);

    private static final int TRACKING_DIGITS = 12;
    private static final int BITS_AFTER_TIME = 16;
    private static final String NOT_REACHED = "the carrier cannot be reached";

    private final Clock clock;

    SimulatedCarrier(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "Simulated Parcels";
    }

    @Override
    public Booking book(UUID idempotencyKey, Parcel parcel) {
        return switch (postalCode(parcel)) {
            case REFUSED -> new Booking.Refused("the carrier does not deliver there");
            case AWAY, LOST -> new Booking.Away(NOT_REACHED);
            case SLOW ->
                    waitedFor(idempotencyKey).compareTo(SLOW_FOR) < 0
                            ? new Booking.Away(NOT_REACHED)
                            : new Booking.Booked(trackingNumber(idempotencyKey));
            default -> new Booking.Booked(trackingNumber(idempotencyKey));
        };
    }

    /// Nobody withdraws a parcel whose booking was answered.
    @Override
    public Withdrawal withdraw(UUID idempotencyKey, Parcel parcel) {
        return switch (postalCode(parcel)) {
            case REFUSED, AWAY, SLOW -> new Withdrawal.Withdrawn();
            default -> new Withdrawal.AlreadyBooked(trackingNumber(idempotencyKey));
        };
    }

    private static String postalCode(Parcel parcel) {
        String code = parcel.address().postalCode();
        return code == null ? "" : code;
    }

    private Duration waitedFor(UUID key) {
        Instant made = Instant.ofEpochMilli(key.getMostSignificantBits() >>> BITS_AFTER_TIME);
        return Duration.between(made, clock.instant());
    }

    private static String trackingNumber(UUID key) {
        String digits = key.toString().replace("-", "");
        // The end of a UUIDv7 is its random part.
        return "SP" + digits.substring(digits.length() - TRACKING_DIGITS).toUpperCase(Locale.ROOT);
    }
}
