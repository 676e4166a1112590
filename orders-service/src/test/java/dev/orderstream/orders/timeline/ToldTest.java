package dev.orderstream.orders.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderstream.events.EventCodec;
import dev.orderstream.events.EventSchemas;
import dev.orderstream.events.EventType;
import dev.orderstream.events.InvalidEventException;
import dev.orderstream.events.OrderEvent.OrderCancellationRequested;
import dev.orderstream.events.OrderEvent.OrderCancelled;
import dev.orderstream.events.ShipmentEvent.ShipmentDispatched;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every event there is has a step and a sentence for the customer.
class ToldTest {

    private static final UUID ORDER = new UUID(7, 1);
    private static final Instant T0 = Instant.parse("2026-11-22T09:00:00Z");

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                CancellationReasons.CANCELLATION_REQUESTED,
                CancellationReasons.ORDER_EXPIRED,
                CancellationReasons.CARRIER_REFUSED,
                CancellationReasons.CARRIER_UNAVAILABLE
            })
    void aCancelledOrderSaysWhyInWordsAndNotInCodes(String reason) {
        String plain = Told.of(new OrderCancelled(ORDER, T0, "another-reason")).detail();

        String detail = Told.of(new OrderCancelled(ORDER, T0, reason)).detail();

        assertThat(detail).isNotEqualTo(plain).doesNotContain(reason).contains("money back");
    }

    @Test
    void whatWeAskedOurselvesIsNotSaidToBeTheCustomersWish() {
        var expired = new OrderCancellationRequested(ORDER, T0, CancellationReasons.ORDER_EXPIRED);

        assertThat(Told.of(expired).detail()).contains("in time").doesNotContain("asked");
    }

    @Test
    void aParcelThatWasFasterThanItsCancellationSaysSo() {
        var dispatched = new ShipmentDispatched(ORDER, ORDER, "Post", "T-1", T0);

        assertThat(Told.of(dispatched).detail()).doesNotContain("too late");
        assertThat(Told.ofCancelling(dispatched).detail()).contains("too late", "Post", "T-1");
    }
}
