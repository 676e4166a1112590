package dev.orderstream.shipping.dispatching;

import dev.orderstream.delivery.effects.Attempt;
import dev.orderstream.delivery.effects.Backoff;
import dev.orderstream.delivery.effects.Effect;
import dev.orderstream.delivery.effects.EffectHandler;
import dev.orderstream.delivery.effects.Performed;
import dev.orderstream.shipping.carrier.Booking;
import dev.orderstream.shipping.carrier.Carrier;
import dev.orderstream.shipping.carrier.Parcel;
import dev.orderstream.shipping.carrier.Withdrawal;
import dev.orderstream.shipping.dispatching.ShipmentFact.CarrierAnswer;
import dev.orderstream.shipping.dispatching.ShipmentFact.Dispatched;
import dev.orderstream.shipping.dispatching.ShipmentFact.NotTaken;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/// Hands a parcel to the carrier, or withdraws it when it is not wanted any more or the carrier is
/// away for too long.
///
/// It is requested by the decision that the shipment is handed over. The attempts may wait for a
/// free worker, so each looks at what has come meanwhile. Only the first one knows that the carrier
/// was never asked: taking over from a lost worker is another attempt.
@ApplicationScoped
class DispatchEffect implements EffectHandler<Parcel, CarrierAnswer> {

    static final String KIND = "dispatch";

    private final Carrier carrier;
    private final Shipments shipments;
    private final Recording recording;
    private final ShippingConfig.Carrier config;
    private final Clock clock;

    DispatchEffect(
            Carrier carrier,
            Shipments shipments,
            Recording recording,
            ShippingConfig config,
            Clock clock) {
        this.carrier = carrier;
        this.shipments = shipments;
        this.recording = recording;
        this.config = config.carrier();
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
    public Attempt<CarrierAnswer> perform(Effect<Parcel> effect) {
        return switch (step(effect)) {
            case HandOverStep.Book() -> book(effect);
            case HandOverStep.Withdraw(CancelReason reason) -> withdraw(effect, reason);
            case HandOverStep.Drop(CancelReason reason) -> notTaken(reason);
        };
    }

    private HandOverStep step(Effect<Parcel> effect) {
        ShipmentFacts facts = shipments.find(effect.orderId()).orElseThrow();
        return effect.attempt() == 1
                ? HandOverStep.first(facts)
                : HandOverStep.next(facts, asked(effect), config.giveUpAfter());
    }

    private Duration asked(Effect<Parcel> effect) {
        return Duration.between(effect.begunAt(), clock.instant());
    }

    private Attempt<CarrierAnswer> book(Effect<Parcel> effect) {
        return switch (carrier.book(effect.id(), effect.input())) {
            case Booking.Booked(String trackingNumber) -> dispatched(trackingNumber);
            case Booking.Refused _ -> notTaken(CancelReason.CARRIER_REFUSED);
            case Booking.Away(String problem) -> again(effect, problem);
        };
    }

    private Attempt<CarrierAnswer> withdraw(Effect<Parcel> effect, CancelReason reason) {
        return switch (carrier.withdraw(effect.id(), effect.input())) {
            case Withdrawal.Withdrawn() -> notTaken(reason);
            case Withdrawal.AlreadyBooked(String trackingNumber) -> dispatched(trackingNumber);
            case Withdrawal.Away(String problem) -> again(effect, problem);
        };
    }

    private Attempt<CarrierAnswer> dispatched(String trackingNumber) {
        return Attempt.answered(new Dispatched(carrier.name(), trackingNumber, clock.instant()));
    }

    private Attempt<CarrierAnswer> notTaken(CancelReason reason) {
        return Attempt.answered(new NotTaken(reason, clock.instant()));
    }

    private Attempt<CarrierAnswer> again(Effect<Parcel> effect, String problem) {
        return Attempt.again(Backoff.after(effect.attempt(), config.retryMax()), problem);
    }

    @Override
    public void record(List<Performed<Parcel, CarrierAnswer>> performed) {
        recording.record(
                performed.stream()
                        .map(answered ->
                                new News(
                                        answered.effect().orderId(),
                                        answered.result(),
                                        answered.effect().cause()))
                        .toList());
    }
}
