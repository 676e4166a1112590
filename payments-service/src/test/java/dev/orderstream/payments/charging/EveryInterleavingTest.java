package dev.orderstream.payments.charging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderstream.delivery.outbox.Cause;
import dev.orderstream.events.Money;
import dev.orderstream.events.PaymentEvent;
import dev.orderstream.payments.charging.PaymentFacts.Answer;
import dev.orderstream.payments.charging.PaymentFacts.Cancelled;
import dev.orderstream.payments.charging.PaymentFacts.Captured;
import dev.orderstream.payments.charging.PaymentFacts.Declined;
import dev.orderstream.payments.charging.PaymentFacts.Ordered;
import dev.orderstream.payments.charging.PaymentFacts.Refunded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// Walks every order in which the events, their duplicates and the gateway's answers can come.
///
/// An answer comes only once its call was asked for, and any number of steps later.
class EveryInterleavingTest {

    private static final Instant AT = Instant.parse("2026-11-22T09:00:00Z");
    private static final Cause CAUSE = new Cause(new UUID(7, 7), null);
    private static final PaymentId ID = new PaymentId(new UUID(1, 1), new UUID(2, 2));
    private static final Money TOTAL = new Money(1999, "GBP");
    private static final Captured CAPTURED = new Captured("pi_1", AT);
    private static final Declined DECLINED = new Declined("expired_card", "pi_1", AT);

    /// What can still come: events that were told, and answers to calls that were made.
    private enum Coming {
        CREATED,
        CREATED_AGAIN,
        CANCELLED,
        CANCELLED_AGAIN,
        CHARGE_ANSWERED,
        REFUND_ANSWERED
    }

    /// The service at one moment, with the calls it asked for and the events it told.
    private record World(
            PaymentFacts facts,
            Set<Coming> coming,
            List<String> calls,
            List<Class<? extends PaymentEvent>> told) {

        World learn(Coming event, Answer answer) {
            PaymentFacts after =
                    switch (event) {
                        case CREATED, CREATED_AGAIN ->
                                facts.with(new Ordered(TOTAL, "pm_card_visa"));
                        case CANCELLED, CANCELLED_AGAIN -> facts.with(new Cancelled(AT, CAUSE));
                        case CHARGE_ANSWERED -> facts.with(answer);
                        case REFUND_ANSWERED -> facts.with(new Refunded("re_1", AT));
                    };
            Set<Coming> next = new HashSet<>(coming);
            next.remove(event);
            List<String> asked = new ArrayList<>(calls);
            Calls.between(ID, facts, after)
                    .map(Calls.Call::kind)
                    .ifPresent(kind -> {
                        asked.add(kind);
                        next.add(
                                kind.equals(Calls.CHARGE)
                                        ? Coming.CHARGE_ANSWERED
                                        : Coming.REFUND_ANSWERED);
                    });
            List<Class<? extends PaymentEvent>> news = new ArrayList<>(told);
            News.between(ID, facts, after).forEach(fresh -> news.add(fresh.getClass()));
            return new World(after, next, asked, news);
        }
    }

    private static int walk(World world, Answer answer, Consumer<World> atTheEnd) {
        if (world.coming().isEmpty()) {
            atTheEnd.accept(world);
            return 1;
        }
        return world.coming().stream()
                .mapToInt(event -> walk(world.learn(event, answer), answer, atTheEnd))
                .sum();
    }

    private static World before(Coming... coming) {
        return new World(PaymentFacts.NONE, Set.of(coming), List.of(), List.of());
    }

    @Test
    void anOrderIsChargedOnceAndItsOutcomeToldOnce() {
        walk(
                before(Coming.CREATED, Coming.CREATED_AGAIN),
                CAPTURED,
                end -> {
                    assertThat(end.calls()).containsExactly(Calls.CHARGE);
                    assertThat(end.told()).containsExactly(PaymentEvent.PaymentSucceeded.class);
                    assertThat(end.facts().status()).isEqualTo(PaymentStatus.PAID);
                });
    }

    @Test
    void aCancelledOrderKeepsNoMoney() {
        Set<PaymentStatus> ends = new HashSet<>();
        int walks =
                walk(
                        before(
                                Coming.CREATED,
                                Coming.CREATED_AGAIN,
                                Coming.CANCELLED,
                                Coming.CANCELLED_AGAIN),
                        CAPTURED,
                        end -> {
                            ends.add(end.facts().status());
                            assertThat(end.calls())
                                    .isIn(List.of(), List.of(Calls.CHARGE, Calls.REFUND));
                            assertThat(end.told())
                                    .isIn(
                                            List.of(),
                                            List.of(
                                                    PaymentEvent.PaymentSucceeded.class,
                                                    PaymentEvent.PaymentRefunded.class));
                        });
        assertThat(ends).containsExactlyInAnyOrder(PaymentStatus.CANCELLED, PaymentStatus.REFUNDED);
        assertThat(walks).isGreaterThan(24);
    }

    @Test
    void aDeclinedOrderIsNeverGivenBackWhateverIsCancelled() {
        Set<PaymentStatus> ends = new HashSet<>();
        walk(
                before(
                        Coming.CREATED,
                        Coming.CREATED_AGAIN,
                        Coming.CANCELLED,
                        Coming.CANCELLED_AGAIN),
                DECLINED,
                end -> {
                    ends.add(end.facts().status());
                    assertThat(end.calls()).isIn(List.of(), List.of(Calls.CHARGE));
                    assertThat(end.told())
                            .isIn(List.of(), List.of(PaymentEvent.PaymentFailed.class));
                });
        assertThat(ends).containsExactlyInAnyOrder(PaymentStatus.CANCELLED, PaymentStatus.FAILED);
    }
}
