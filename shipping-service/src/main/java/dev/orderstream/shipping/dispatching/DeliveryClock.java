package dev.orderstream.shipping.dispatching;

import dev.orderstream.delivery.effects.Attempt;
import dev.orderstream.delivery.effects.Effect;
import dev.orderstream.delivery.effects.EffectHandler;
import dev.orderstream.delivery.effects.Performed;
import dev.orderstream.shipping.dispatching.ShipmentFact.Delivered;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/// Tells when a parcel has arrived, where no warehouse does.
@ApplicationScoped
class DeliveryClock implements EffectHandler<Due, Instant> {

    static final String KIND = "deliver";

    private final Recording recording;

    DeliveryClock(Recording recording) {
        this.recording = recording;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Class<Due> inputType() {
        return Due.class;
    }

    @Override
    public Attempt<Instant> perform(Effect<Due> effect) {
        return Attempt.answered(effect.input().at());
    }

    @Override
    public void record(List<Performed<Due, Instant>> performed) {
        recording.record(
                performed.stream()
                        .map(due ->
                                new News(
                                        due.effect().orderId(),
                                        new Delivered(due.result()),
                                        due.effect().cause()))
                        .toList());
    }
}
