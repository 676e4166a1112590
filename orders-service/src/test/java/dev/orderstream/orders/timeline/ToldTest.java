package dev.orderstream.orders.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderstream.events.EventCodec;
import dev.orderstream.events.EventSchemas;
import dev.orderstream.events.EventType;
import dev.orderstream.events.InvalidEventException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Every event there is has a step and a sentence for the customer.
class ToldTest {

    @Test
    void everyEventHasAStepOfItsOwnAndASentence() throws InvalidEventException {
        Set<TimelineStep> steps = new HashSet<>();

        for (EventType type : EventType.all()) {
            byte[] sample = EventSchemas.sample(type).getBytes(StandardCharsets.UTF_8);
            Told told = Told.of(EventCodec.decode(type, sample));
            assertThat(told.detail()).matches("[A-Z].*[.!]");
            steps.add(told.step());
        }

        assertThat(steps).containsExactlyInAnyOrderElementsOf(List.of(TimelineStep.values()));
    }
}
