package dev.orderstream.email.composing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderstream.email.testing.Orders;
import dev.orderstream.events.EmailOccasion;
import dev.orderstream.events.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// In every interleaving and with every duplication, each turn's mail is asked for exactly once.
class MailOrderTest {

    private static final UUID ORDER = new UUID(0, 1);
    private static final Money AMOUNT = new Money(2208, "GBP");

    private static final UnaryOperator<MailOrder> CREATED =
            order ->
                    order.with(new Turn.OrderReceived())
                            .with(OrderDetails.of(Orders.created(ORDER)));
    private static final UnaryOperator<MailOrder> PAID =
            order -> order.with(new Turn.PaymentSucceeded(AMOUNT));
    private static final UnaryOperator<MailOrder> NOT_PAID =
            order -> order.with(new Turn.PaymentFailed(AMOUNT, "card_declined"));
    private static final UnaryOperator<MailOrder> DISPATCHED =
            order -> order.with(new Turn.ShipmentDispatched("Simulated Parcels", "SP1"));

    @Test
    void aPaidAndDispatchedOrderGetsItsThreeMailsOnceInEveryOrderWithDuplicates() {
        var news = List.of(CREATED, PAID, DISPATCHED, CREATED, PAID, DISPATCHED);
        for (var order : permutations(news)) {
            assertThat(askedFor(order))
                    .containsExactlyInAnyOrder(
                            EmailOccasion.ORDER_RECEIVED,
                            EmailOccasion.PAYMENT_SUCCEEDED,
                            EmailOccasion.SHIPMENT_DISPATCHED);
        }
    }

    @Test
    void anOrderThatIsNotPaidGetsItsTwoMailsOnceInEveryOrderWithDuplicates() {
        for (var order : permutations(List.of(CREATED, NOT_PAID, CREATED, NOT_PAID))) {
            assertThat(askedFor(order))
                    .containsExactlyInAnyOrder(
                            EmailOccasion.ORDER_RECEIVED, EmailOccasion.PAYMENT_FAILED);
        }
    }

    @Test
    void aMailWithoutARecipientWaits() {
        assertThat(askedFor(List.of(PAID, DISPATCHED))).isEmpty();
    }

    @Test
    void whatIsStoredIsReadBackAsTheSameOrder() {
        MailOrder before = MailOrder.unknown(ORDER);
        MailOrder after = DISPATCHED.apply(PAID.apply(before));

        MailOrder read = before;
        for (var mail : after.changesSince(before)) {
            read = read.having(mail);
        }

        assertThat(read).isEqualTo(after);
    }

    private static List<EmailOccasion> askedFor(List<UnaryOperator<MailOrder>> news) {
        List<EmailOccasion> asked = new ArrayList<>();
        MailOrder order = MailOrder.unknown(ORDER);
        for (var one : news) {
            order = one.apply(order);
            for (Turn turn : order.due()) {
                asked.add(turn.occasion());
                order = order.asked(turn.occasion());
            }
        }
        return asked;
    }

    private static <T> List<List<T>> permutations(List<T> items) {
        if (items.isEmpty()) {
            return List.of(List.of());
        }
        List<List<T>> all = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            var rest = new ArrayList<>(items);
            T first = rest.remove(i);
            for (List<T> tail : permutations(rest)) {
                var one = new ArrayList<T>(List.of(first));
                one.addAll(tail);
                all.add(one);
            }
        }
        return all;
    }
}
