package dev.orderstream.shipping.dispatching;

import dev.orderstream.delivery.effects.Attempt;
import dev.orderstream.delivery.effects.Effect;
import dev.orderstream.delivery.effects.EffectHandler;
import dev.orderstream.delivery.effects.Performed;
import dev.orderstream.shipping.dispatching.ShipmentFact.Told;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/// Tells, where no person does, that a moment in a parcel's life has come.
///
/// @param kind of its effects
/// @param fact what the moment means
record ParcelClock(String kind, Function<Instant, Told> fact, Recording recording)
        implements EffectHandler<Due, Instant> {

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
                                        fact.apply(due.result()),
                                        due.effect().cause()))
                        .toList());
    }
}
