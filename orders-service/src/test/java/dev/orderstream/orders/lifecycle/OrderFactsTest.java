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
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every order of the same events, each told once or twice, ends in the same facts and status.
class OrderFactsTest {

    /// Another one in each run; `-Dseed=…` repeats a run.
    private static final long SEED = Long.getLong("seed", System.nanoTime());

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
    private static final Event EXPIRED =
            new OrderCancellationRequested(ORDER, at(7), "order-expired");
    private static final Event REFUSED_BY_CARRIER =
            new ShipmentCancelled(ORDER, OTHER, "carrier-refused", at(4));
    private static final Event NO_PARCEL =
            new ShipmentCancelled(ORDER, OTHER, "cancellation-requested", at(6));

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
                path(OrderStatus.CANCELLED, ASKED_TO_CANCEL, EXPIRED, NO_PARCEL),
                path(OrderStatus.CANCELLED, ACTION, EXPIRED, NO_PARCEL, FAILED),
                path(OrderStatus.CANCELLED, ASKED_TO_CANCEL, NO_PARCEL, PAID),
                path(OrderStatus.REFUNDED, PAID, PREPARED, REFUSED_BY_CARRIER, REFUNDED),
                path(
                        OrderStatus.REFUNDED,
                        ACTION,
                        PAID,
                        PREPARED,
                        ASKED_TO_CANCEL,
                        EXPIRED,
                        NO_PARCEL,
                        REFUNDED),
                path(
                        OrderStatus.REFUNDED,
                        ACTION,
                        PAID,
                        PAID_AGAIN,
                        PREPARED,
                        ASKED_TO_CANCEL,
                        NO_PARCEL,
                        REFUNDED),
                path(OrderStatus.DISPATCHED, PAID, PREPARED, DISPATCHED, ASKED_TO_CANCEL),
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

    /// What is known, and the types of what was told on the way.
    private record Known(OrderFacts facts, List<String> told) {
        static final Known NOTHING = new Known(OrderFacts.NONE, List.of());

        Known with(Event event) {
            OrderFacts merged = facts.with(event);
            Stream<String> news =
                    OrderDecision.follows(ORDER, facts, merged).stream()
                            .map(e -> e.getClass().getSimpleName());
            return new Known(merged, Stream.concat(told.stream(), news).sorted().toList());
        }
    }

    @BeforeAll
    static void seeIt() {
        System.out.println("seed " + SEED);
    }

    @ParameterizedTest
    @MethodSource("paths")
    void everyOrderOfTheSameEventsEndsAlikeAndTellsTheSame(OrderStatus status, List<Event> events) {
        Set<Known> ends = new Orderings<>(Known.NOTHING, Known::with).ends(events, SEED);

        assertThat(ends).as("seed " + SEED).hasSize(1);
        Known end = ends.iterator().next();
        assertThat(OrderStatus.of(end.facts())).isEqualTo(status);
        assertThat(end.told()).isEqualTo(expected(end.facts()));
    }

    private static List<String> expected(OrderFacts end) {
        List<String> told = new ArrayList<>();
        if (end.shipment().cancelled() != null) {
            told.add("OrderCancelled");
        }
        if (end.completedAt().isPresent()) {
            told.add("OrderCompleted");
        }
        return told;
    }

    /// Merging that forgets a cancellation when a payment comes after it, which many systems do.
    private static OrderFacts lateApprovalWins(OrderFacts facts, Event event) {
        OrderFacts merged = facts.with(event);
        return event instanceof PaymentSucceeded && merged.shipment().cancelled() != null
                ? new OrderFacts(merged.payment(), ShipmentFacts.NONE, null)
                : merged;
    }

    /// Merging that takes an event told twice for two.
    private static Integer counting(Integer refunds, Event event) {
        return event.equals(REFUNDED) ? refunds + 1 : refunds;
    }

    @Test
    void theSearchFindsAPlantedOrderingBug() {
        var buggy = new Orderings<>(OrderFacts.NONE, OrderFactsTest::lateApprovalWins);
        List<Event> few = List.of(PAID, PREPARED, ASKED_TO_CANCEL, NO_PARCEL, REFUNDED);
        List<Event> many = new ArrayList<>(few);
        many.addAll(List.of(ACTION, EXPIRED, FAILED));

        assertThat(few.size()).isLessThanOrEqualTo(Orderings.EXHAUSTIVE_MAX);
        assertThat(buggy.ends(few, SEED)).hasSizeGreaterThan(1);
        assertThat(many.size()).isGreaterThan(Orderings.EXHAUSTIVE_MAX);
        assertThat(buggy.ends(many, SEED)).as("seed " + SEED).hasSizeGreaterThan(1);
    }

    @Test
    void theSearchFindsAPlantedDuplicationBug() {
        var buggy = new Orderings<>(0, OrderFactsTest::counting);

        assertThat(buggy.ends(List.of(PAID, REFUNDED), SEED)).containsExactlyInAnyOrder(1, 2);
    }

    @ParameterizedTest
    @MethodSource("paths")
    void anOrderHasEndedWhenNothingMoreIsToCome(OrderStatus status, List<Event> events) {
        OrderFacts facts = fold(events);

        boolean moneyIsOwed = status == OrderStatus.CANCELLED && facts.payment().paidAt() != null;
        boolean isAnEnd =
                Set.of(
                                OrderStatus.DELIVERED,
                                OrderStatus.PAYMENT_FAILED,
                                OrderStatus.CANCELLED,
                                OrderStatus.REFUNDED)
                        .contains(status);
        assertThat(facts.ended()).isEqualTo(isAnEnd && !moneyIsOwed);
    }

    @ParameterizedTest
    @MethodSource("paths")
    void factsSurviveTheirColumn(OrderStatus status, List<Event> events) {
        OrderFacts facts = fold(events);

        OrderFacts read = OrderJson.read(OrderJson.write(facts), OrderFacts.class);

        assertThat(read).isEqualTo(facts);
        assertThat(OrderStatus.of(read)).isEqualTo(status);
    }

    @ParameterizedTest
    @MethodSource("paths")
    void anOrderIsCompleteWhenItIsPaidAndDelivered(OrderStatus status, List<Event> events) {
        OrderFacts facts = fold(events);

        assertThat(facts.completedAt().isPresent()).isEqualTo(status == OrderStatus.DELIVERED);
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
