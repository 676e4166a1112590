package dev.orderstream.email.composing;

import static dev.orderstream.email.composing.Telling.ACTION_REQUIRED;
import static dev.orderstream.email.composing.Telling.CANCELLED;
import static dev.orderstream.email.composing.Telling.CREATED;
import static dev.orderstream.email.composing.Telling.DELIVERED;
import static dev.orderstream.email.composing.Telling.DISPATCHED;
import static dev.orderstream.email.composing.Telling.NOT_PAID;
import static dev.orderstream.email.composing.Telling.PAID;
import static dev.orderstream.email.composing.Telling.REFUNDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderstream.email.composing.MailOrder.Learnt;
import dev.orderstream.email.composing.MailOrder.StoredMail;
import dev.orderstream.email.testing.Interleavings;
import dev.orderstream.events.EmailOccasion;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// In every interleaving and with every duplication, each turn's mail is asked for exactly once.
class MailOrderTest {

    /// How an order learns of an event.
    @FunctionalInterface
    private interface Learning {
        Learnt learn(MailOrder order, Telling event);
    }

    private record End(MailOrder order, List<EmailOccasion> mails) {}

    @Test
    void aDeliveredOrderGetsItsFourMailsOnceInEveryOrderWithDuplicates() {
        everyOrderEndsTheSame(CREATED, PAID, DISPATCHED, DELIVERED, CREATED, PAID, DELIVERED);
    }

    @Test
    void anOrderThatIsNotPaidGetsItsTwoMailsOnceInEveryOrderWithDuplicates() {
        everyOrderEndsTheSame(CREATED, NOT_PAID, CREATED, NOT_PAID, CREATED, NOT_PAID);
    }

    @Test
    void aConfirmedPaymentGetsItsThreeMailsOnceInEveryOrderWithDuplicates() {
        everyOrderEndsTheSame(
                CREATED, ACTION_REQUIRED, PAID, CREATED, ACTION_REQUIRED, PAID, ACTION_REQUIRED);
    }

    @Test
    void aPaymentThatNobodyConfirmedGetsItsThreeMailsOnceInEveryOrderWithDuplicates() {
        everyOrderEndsTheSame(
                CREATED, ACTION_REQUIRED, NOT_PAID, CREATED, ACTION_REQUIRED, NOT_PAID);
    }

    @Test
    void anOrderThatIsCancelledUnpaidGetsItsTwoMailsOnceInEveryOrderWithDuplicates() {
        everyOrderEndsTheSame(CREATED, CANCELLED, CREATED, CANCELLED, CREATED, CANCELLED);
    }

    @Test
    void anOrderThatIsCancelledPaidGetsItsFourMailsOnceInEveryOrderWithDuplicates() {
        everyOrderEndsTheSame(CREATED, PAID, CANCELLED, REFUNDED, CREATED, PAID, CANCELLED);
    }

    @Test
    void theLongestPathsGetEachMailOnceInManyOrdersWithEverythingTwice() {
        everyOrderEndsTheSame(
                twice(CREATED, ACTION_REQUIRED, PAID, DISPATCHED, DELIVERED, CREATED, PAID));
        everyOrderEndsTheSame(twice(CREATED, ACTION_REQUIRED, PAID, CANCELLED, REFUNDED));
        everyOrderEndsTheSame(twice(Telling.values()));
    }

    @Test
    void theCheckFindsAnOrderThatForgetsWhatCameBeforeIt() {
        Learning forgetful =
                (order, event) ->
                        !order.known() && event != CREATED
                                ? new Learnt(order, List.of())
                                : order.learn(event.turn(), event.bringsOrder());

        assertThatThrownBy(() -> check(forgetful, CREATED, PAID, DISPATCHED))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("in the order [");
    }

    @Test
    void theCheckFindsAnOrderThatSendsADuplicateAgain() {
        Learning repeating =
                (order, event) ->
                        new MailOrder(Telling.ORDER, order.known(), Map.of(), Set.of())
                                .learn(event.turn(), event.bringsOrder());

        assertThatThrownBy(() -> check(repeating, CREATED, PAID, PAID))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void aMailWithoutARecipientWaits() {
        assertThat(play(Telling::learn, List.of(PAID, DISPATCHED)).mails()).isEmpty();
    }

    @Test
    void aCancellationKnowsOfTheMoneyThatWasTakenBeforeIt() {
        assertThat(cancellation(CREATED, PAID, CANCELLED).moneyTaken()).isTrue();
        assertThat(cancellation(PAID, CANCELLED, CREATED).moneyTaken()).isTrue();
        assertThat(cancellation(CREATED, REFUNDED, CANCELLED).moneyTaken()).isTrue();
        assertThat(cancellation(CREATED, CANCELLED, PAID).moneyTaken()).isFalse();
        assertThat(cancellation(CREATED, NOT_PAID, CANCELLED).moneyTaken()).isFalse();
        assertThat(cancellation(CREATED, ACTION_REQUIRED, CANCELLED).moneyTaken()).isFalse();
    }

    private static MailInput cancellation(Telling... events) {
        MailOrder order = MailOrder.unknown(Telling.ORDER);
        List<MailInput> mails = new ArrayList<>();
        for (Telling event : events) {
            Learnt learnt = Telling.learn(order, event);
            order = learnt.order();
            mails.addAll(learnt.mails());
        }
        return mails.stream()
                .filter(mail -> mail.turn().occasion() == EmailOccasion.ORDER_CANCELLED)
                .findFirst()
                .orElseThrow();
    }

    private static void everyOrderEndsTheSame(Telling... events) {
        check(Telling::learn, events);
    }

    private static void check(Learning learning, Telling... events) {
        List<EmailOccasion> mails =
                Stream.of(events)
                        .map(event -> event.turn().occasion())
                        .distinct()
                        .sorted()
                        .toList();
        MailOrder order = new MailOrder(Telling.ORDER, true, Map.of(), Set.copyOf(mails));
        Interleavings.check(
                List.of(events),
                one -> assertThat(play(learning, one)).isEqualTo(new End(order, mails)));
    }

    /// Each event in a transaction of its own: what is not stored is forgotten in between.
    private static End play(Learning learning, List<Telling> events) {
        Map<EmailOccasion, StoredMail> stored = new EnumMap<>(EmailOccasion.class);
        List<EmailOccasion> mails = new ArrayList<>();
        MailOrder order = MailOrder.unknown(Telling.ORDER);
        for (Telling event : events) {
            Learnt learnt = learning.learn(order, event);
            learnt.mails().forEach(mail -> mails.add(mail.turn().occasion()));
            learnt.order().changesSince(order).forEach(mail -> stored.put(mail.occasion(), mail));
            order = new MailOrder(Telling.ORDER, learnt.order().known(), Map.of(), Set.of());
            for (StoredMail mail : stored.values()) {
                order = order.having(mail);
            }
        }
        return new End(order, mails.stream().sorted().toList());
    }

    private static Telling[] twice(Telling... events) {
        return Stream.concat(Stream.of(events), Stream.of(events)).toArray(Telling[]::new);
    }
}
