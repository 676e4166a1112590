package dev.orderstream.shipping.dispatching;

import dev.orderstream.delivery.effects.Attempt;
import dev.orderstream.delivery.effects.Backoff;
import dev.orderstream.delivery.effects.Effect;
import dev.orderstream.delivery.effects.EffectHandler;
import dev.orderstream.delivery.effects.Performed;
import dev.orderstream.shipping.carrier.Booking;
import dev.orderstream.shipping.carrier.Carrier;
import dev.orderstream.shipping.carrier.Parcel;
import dev.orderstream.shipping.dispatching.ShipmentFact.Dispatched;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/// Hands a parcel to the carrier.
///
/// It is requested by the decision that the shipment is handed over, in the same transaction; so
/// when it runs, no cancellation can come in between.
@ApplicationScoped
class DispatchEffect implements EffectHandler<Parcel, Dispatched> {

    static final String KIND = "dispatch";

    private static final Duration RETRY_MAX = Duration.ofMinutes(1);

    private final Carrier carrier;
    private final Recording recording;
    private final Clock clock;

    DispatchEffect(Carrier carrier, Recording recording, Clock clock) {
        this.carrier = carrier;
        this.recording = recording;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Class<Parcel> inputType() {
        return Parcel.class;
    }

    @Override
    public Attempt<Dispatched> perform(Effect<Parcel> effect) {
        return switch (carrier.book(effect.id(), effect.input())) {
            case Booking.Booked(String trackingNumber) ->
                    Attempt.answered(
                            new Dispatched(carrier.name(), trackingNumber, clock.instant()));
            case Booking.Away(String problem) ->
                    Attempt.again(Backoff.after(effect.attempt(), RETRY_MAX), problem);
        };
    }

    @Override
    public void record(List<Performed<Parcel, Dispatched>> performed) {
        recording.record(
                performed.stream()
                        .map(booked ->
                                new News(
                                        booked.effect().orderId(),
                                        booked.result(),
                                        booked.effect().cause()))
                        .toList());
    }
}
