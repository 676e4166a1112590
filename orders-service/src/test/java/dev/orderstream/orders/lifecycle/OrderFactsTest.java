package dev.orderstream.orders.lifecycle;

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
import dev.orderstream.orders.content.OrderJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every order of the same events, each told once or twice, ends in the same facts and status.
class OrderFactsTest {

    private static final UUID ORDER = new UUID(7, 1);
    private static final UUID OTHER = new UUID(7, 2);
    private static final Money TOTAL = new Money(1999, "GBP");
    private static final Instant T0 = Instant.parse("2026-11-22T09:00:00Z");

    private static final Event ACTION =
            new PaymentActionRequired(ORDER, OTHER, TOTAL, "https://bank.example/3ds", at(9));
    private static final Event PAID = new PaymentSucceeded(ORDER, OTHER, TOTAL, "pi_1", at(1));
    private static final Event PAID_AGAIN =
            new PaymentSucceeded(ORDER, OTHER, TOTAL, "pi_1", at(2));
    private static final Event FAILED =
            new PaymentFailed(ORDER, OTHER, TOTAL, "card_declined", null, at(1));
    private static final Event FAILED_OTHERWISE =
            new PaymentFailed(ORDER, OTHER, TOTAL, "expired_card", null, at(1));
    private static final Event REFUNDED = new PaymentRefunded(ORDER, OTHER, TOTAL, "re_1", at(8));
    private static final Event PREPARED = new ShipmentPrepared(ORDER, OTHER, at(3));
    private static final Event DISPATCHED =
            new ShipmentDispatched(ORDER, OTHER, "Post", "T1", at(4));
    private static final Event DELIVERED = new ShipmentDelivered(ORDER, OTHER, at(5));
    private static final Event ASKED_TO_CANCEL = new OrderCancellationRequested(ORDER, at(2), null);
    private static final Event NO_PARCEL =
            new ShipmentCancelled(ORDER, OTHER, "customer-request", at(6));

    static Stream<Arguments> paths() {
        return Stream.of(
                path(OrderStatus.PROCESSING),
                path(OrderStatus.ACTION_REQUIRED, ACTION),
                path(OrderStatus.PAID, ACTION, PAID, PAID_AGAIN),
                path(OrderStatus.PREPARING, PAID, PREPARED),
                path(OrderStatus.DISPATCHED, PAID, PREPARED, DISPATCHED),
                path(OrderStatus.DELIVERED, ACTION, PAID, PREPARED, DISPATCHED, DELIVERED),
                path(OrderStatus.PAYMENT_FAILED, ACTION, FAILED, FAILED_OTHERWISE),
                path(OrderStatus.PAID, FAILED, PAID),
                path(OrderStatus.CANCELLED, PAID, PREPARED, ASKED_TO_CANCEL, NO_PARCEL),
                path(OrderStatus.CANCELLED, FAILED, ASKED_TO_CANCEL, NO_PARCEL),
                path(OrderStatus.REFUNDED, PAID, PREPARED, ASKED_TO_CANCEL, NO_PARCEL, REFUNDED),
                path(OrderStatus.DELIVERED, PAID, ASKED_TO_CANCEL, PREPARED, DISPATCHED, DELIVERED),
                path(
                        OrderStatus.DELIVERED,
                        ACTION,
                        FAILED,
                        PAID,
                        PAID_AGAIN,
                        PREPARED,
                        DISPATCHED,
                        DELIVERED));
    }

    @ParameterizedTest
    @MethodSource("paths")
    void everyOrderOfTheSameEventsEndsAlike(OrderStatus status, List<Event> events) {
        Set<OrderFacts> ends = new HashSet<>();

        permute(events, new ArrayList<>(), ends);

        assertThat(ends).hasSize(1);
        assertThat(ends).extracting(OrderStatus::of).containsOnly(status);
    }

    @ParameterizedTest
    @MethodSource("paths")
    void factsSurviveTheirColumn(OrderStatus status, List<Event> events) {
        OrderFacts facts = OrderFacts.NONE;
        for (Event event : events) {
            facts = facts.with(event);
        }

        OrderFacts read = OrderJson.read(OrderJson.write(facts), OrderFacts.class);

        assertThat(read).isEqualTo(facts);
        assertThat(OrderStatus.of(read)).isEqualTo(status);
    }

    @ParameterizedTest
    @MethodSource("paths")
    void anOrderIsCompleteWhenItIsPaidAndDelivered(OrderStatus status, List<Event> events) {
        OrderFacts facts = OrderFacts.NONE;
        for (Event event : events) {
            facts = facts.with(event);
        }

        assertThat(facts.completedAt().isPresent()).isEqualTo(status == OrderStatus.DELIVERED);
    }

    /// Walks through all permutations; at each end tells one more time, in turn, each event again.
    private static void permute(List<Event> left, List<Event> told, Set<OrderFacts> ends) {
        if (left.isEmpty()) {
            OrderFacts once = fold(told);
            ends.add(once);
            told.forEach(again -> ends.add(once.with(again)));
            List<Event> twice = told.stream().flatMap(e -> Stream.of(e, e)).toList();
            ends.add(fold(twice));
        }
        for (int i = 0; i < left.size(); i++) {
            List<Event> rest = new ArrayList<>(left);
            told.add(rest.remove(i));
            permute(rest, told, ends);
            told.removeLast();
        }
    }

    private static OrderFacts fold(List<Event> events) {
        OrderFacts facts = OrderFacts.NONE;
        for (Event event : events) {
            facts = facts.with(event);
        }
        return facts;
    }

    private static Arguments path(OrderStatus end, Event... events) {
        return Arguments.of(end, List.of(events));
    }

    private static Instant at(int minute) {
        return T0.plusSeconds(60L * minute);
    }
}
