package dev.orderstream.orders.expiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderstream.events.Event;
import dev.orderstream.events.Money;
import dev.orderstream.events.OrderEvent.OrderCancellationRequested;
import dev.orderstream.events.PaymentEvent.PaymentActionRequired;
import dev.orderstream.events.PaymentEvent.PaymentFailed;
import dev.orderstream.events.PaymentEvent.PaymentRefunded;
import dev.orderstream.events.PaymentEvent.PaymentSucceeded;
import dev.orderstream.events.ShipmentEvent.ShipmentCancelled;
import dev.orderstream.events.ShipmentEvent.ShipmentDelivered;
import dev.orderstream.events.ShipmentEvent.ShipmentDispatched;
import dev.orderstream.events.ShipmentEvent.ShipmentPrepared;
import dev.orderstream.orders.lifecycle.OrderFacts;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What is due for an order that is past its time.
class ExpiryDecisionTest {

    private static final UUID ID = new UUID(7, 1);
    private static final Money TOTAL = new Money(1999, "GBP");
    private static final Instant T0 = Instant.parse("2026-11-22T09:00:00Z");

    private static final Event ACTION =
            new PaymentActionRequired(ID, ID, TOTAL, "https://bank.example/3ds", T0);
    private static final Event PAID = new PaymentSucceeded(ID, ID, TOTAL, "pi_1", T0);
    private static final Event FAILED = new PaymentFailed(ID, ID, TOTAL, "card_declined", null, T0);
    private static final Event REFUNDED = new PaymentRefunded(ID, ID, TOTAL, "re_1", T0);
    private static final Event PREPARED = new ShipmentPrepared(ID, ID, T0);
    private static final Event DISPATCHED = new ShipmentDispatched(ID, ID, "Post", "T1", T0);
    private static final Event DELIVERED = new ShipmentDelivered(ID, ID, T0);
    private static final Event ASKED = new OrderCancellationRequested(ID, T0, null);
    private static final Event NO_PARCEL = new ShipmentCancelled(ID, ID, "carrier-refused", T0);

    static Stream<Arguments> orders() {
        return Stream.of(
                due(ExpiryDecision.CANCEL),
                due(ExpiryDecision.CANCEL, ACTION),
                due(ExpiryDecision.CANCEL, PREPARED),
                due(ExpiryDecision.SHOW, ASKED),
                due(ExpiryDecision.SHOW, PAID),
                due(ExpiryDecision.SHOW, PAID, PREPARED, DISPATCHED),
                due(ExpiryDecision.SHOW, DELIVERED),
                due(ExpiryDecision.SHOW, PAID, NO_PARCEL),
                due(ExpiryDecision.SHOW, FAILED, ASKED),
                due(ExpiryDecision.NOTHING, PAID, DELIVERED),
                due(ExpiryDecision.NOTHING, FAILED),
                due(ExpiryDecision.NOTHING, ASKED, NO_PARCEL),
                due(ExpiryDecision.NOTHING, PAID, NO_PARCEL, REFUNDED));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void anOldOrderIsCancelledShownOrLeft(ExpiryDecision due, List<Event> events) {
        OrderFacts facts = OrderFacts.NONE;
        for (Event event : events) {
            facts = facts.with(event);
        }

        assertThat(ExpiryDecision.of(facts)).isEqualTo(due);
    }

    private static Arguments due(ExpiryDecision due, Event... events) {
        return Arguments.of(due, List.of(events));
    }
}
