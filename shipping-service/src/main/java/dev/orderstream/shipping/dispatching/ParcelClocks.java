package dev.orderstream.shipping.dispatching;

import dev.orderstream.delivery.effects.EffectHandler;
import dev.orderstream.shipping.dispatching.ShipmentFact.Delivered;
import dev.orderstream.shipping.dispatching.ShipmentFact.HandOverDue;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;

/// The clocks in a parcel's life.
@Singleton
class ParcelClocks {

    static final String HAND_OVER = "hand-over";
    static final String DELIVERY = "deliver";

    private final Recording recording;

    ParcelClocks(Recording recording) {
        this.recording = recording;
    }

    /// Tells when a parcel is packed.
    @Produces
    @Singleton
    EffectHandler<Due, Instant> handOver() {
        return new ParcelClock(HAND_OVER, HandOverDue::new, recording);
    }

    /// Tells when a parcel has arrived.
    @Produces
    @Singleton
    EffectHandler<Due, Instant> delivery() {
        return new ParcelClock(DELIVERY, Delivered::new, recording);
    }
}
