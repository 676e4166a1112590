package dev.orderstream.payments.charging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderstream.delivery.outbox.Cause;
import dev.orderstream.events.Money;
import dev.orderstream.payments.charging.PaymentFacts.ActionRequired;
import dev.orderstream.payments.charging.PaymentFacts.Cancelled;
import dev.orderstream.payments.charging.PaymentFacts.Captured;
import dev.orderstream.payments.charging.PaymentFacts.Declined;
import dev.orderstream.payments.charging.PaymentFacts.Ordered;
import dev.orderstream.payments.charging.PaymentFacts.RefundFailed;
import dev.orderstream.payments.charging.PaymentFacts.Refunded;
import dev.orderstream.payments.charging.PaymentFacts.Withdrawn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class PaymentFactsTest {

    private static final Instant AT = Instant.parse("2026-11-22T09:00:00Z");
    private static final Cause CANCELLATION = new Cause(new UUID(7, 7), null);

    private static final Ordered ORDERED = new Ordered(new Money(1999, "GBP"), "pm_card_visa");
    private static final ActionRequired ASKED = new ActionRequired("pi_1", "https://bank", AT);
    private static final Captured CAPTURED = new Captured("pi_1", AT);
    private static final Declined DECLINED = new Declined("expired_card", "pi_1", AT);
    private static final Withdrawn WITHDRAWN = new Withdrawn("pi_1", AT);
    private static final Cancelled CANCELLED = new Cancelled(AT, CANCELLATION);
    private static final Refunded REFUNDED = new Refunded("re_1", AT);

    @Test
    void everyOrderOfTheSameFactsWithDuplicatesEndsInTheSameFacts() {
        List<UnaryOperator<PaymentFacts>> facts =
                List.of(
                        known -> known.with(ASKED),
                        known -> known.with(CANCELLED),
                        known -> known.with(CANCELLED),
                        known -> known.with(CAPTURED),
                        known -> known.with(CAPTURED),
                        known -> known.with(REFUNDED),
                        known -> known.with(ORDERED));
        Set<PaymentFacts> ends = new HashSet<>();
        permutations(facts)
                .forEach(order -> {
                    PaymentFacts known = PaymentFacts.NONE.with(ORDERED);
                    for (UnaryOperator<PaymentFacts> fact : order) {
                        known = fact.apply(known);
                    }
                    ends.add(known);
                });
        assertThat(ends)
                .containsExactly(
                        new PaymentFacts(
                                ORDERED, ASKED, CAPTURED, CANCELLED, Refunds.NONE.with(REFUNDED)));
    }

    @Test
    void anOrderIsCharged() {
        assertThat(PaymentFacts.NONE.with(ORDERED).next())
                .isEqualTo(new NextStep.Charge(ORDERED.amount(), "pm_card_visa"));
    }

    @Test
    void anOrderThatWasCancelledFirstIsNeverCharged() {
        PaymentFacts known = PaymentFacts.NONE.with(CANCELLED).with(ORDERED);
        assertThat(known.next()).isEqualTo(new NextStep.Nothing());
        assertThat(known.status()).isEqualTo(PaymentStatus.CANCELLED);
    }

    @Test
    void aCancellationAfterTheCaptureGivesTheWholeAmountBack() {
        assertThat(PaymentFacts.NONE.with(ORDERED).with(CAPTURED).with(CANCELLED).next())
                .isEqualTo(new NextStep.Refund("pi_1", ORDERED.amount(), 1, CANCELLATION));
    }

    @Test
    void aChargeThatWasUnderWayWhenItsOrderWasCancelledIsGivenBack() {
        assertThat(PaymentFacts.NONE.with(ORDERED).with(CANCELLED).with(CAPTURED).next())
                .isEqualTo(new NextStep.Refund("pi_1", ORDERED.amount(), 1, CANCELLATION));
    }

    @Test
    void aDeclinedPaymentHasNothingToGiveBack() {
        PaymentFacts known = PaymentFacts.NONE.with(ORDERED).with(DECLINED).with(CANCELLED);
        assertThat(known.next()).isEqualTo(new NextStep.Nothing());
        assertThat(known.status()).isEqualTo(PaymentStatus.FAILED);
    }

    @Test
    void theFirstAnswerStands() {
        assertThat(PaymentFacts.NONE.with(DECLINED).with(CAPTURED).answer()).isEqualTo(DECLINED);
    }

    @Test
    void aCustomerWhoIsAskedIsWaitedFor() {
        PaymentFacts known = PaymentFacts.NONE.with(ORDERED).with(ASKED);
        assertThat(known.next()).isEqualTo(new NextStep.AwaitCustomer("pi_1", AT));
        assertThat(known.status()).isEqualTo(PaymentStatus.ACTION_REQUIRED);
    }

    @Test
    void aCancellationWhileTheCustomerIsAwayCallsTheChargeOff() {
        PaymentFacts known = PaymentFacts.NONE.with(ORDERED).with(ASKED).with(CANCELLED);
        assertThat(known.next()).isEqualTo(new NextStep.CallOff("pi_1", CANCELLATION));
        assertThat(known.with(WITHDRAWN).status()).isEqualTo(PaymentStatus.CANCELLED);
    }

    @Test
    void aChargeThatSomebodyElseCalledOffFailed() {
        assertThat(PaymentFacts.NONE.with(ORDERED).with(WITHDRAWN).answer())
                .isEqualTo(new Declined("canceled", "pi_1", AT));
    }

    @Test
    void aRefundThatFailedIsFollowedByAnotherUntilAPersonHasToHelp() {
        PaymentFacts known = PaymentFacts.NONE.with(ORDERED).with(CAPTURED).with(CANCELLED);
        for (int number = 1; number <= 3; number++) {
            assertThat(known.next())
                    .isEqualTo(new NextStep.Refund("pi_1", ORDERED.amount(), number, CANCELLATION));
            known = known.with(new Refunded("re_" + number, AT));
            assertThat(known.status()).isEqualTo(PaymentStatus.REFUNDED);
            known = known.with(new RefundFailed("re_" + number, AT));
        }
        assertThat(known.next()).isEqualTo(new NextStep.Nothing());
        assertThat(known.status()).isEqualTo(PaymentStatus.REFUND_FAILED);
    }

    private static <T> List<List<T>> permutations(List<T> elements) {
        if (elements.isEmpty()) {
            return List.of(List.of());
        }
        List<List<T>> all = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            List<T> others = new ArrayList<>(elements);
            T first = others.remove(i);
            for (List<T> rest : permutations(others)) {
                List<T> one = new ArrayList<>();
                one.add(first);
                one.addAll(rest);
                all.add(one);
            }
        }
        return all;
    }
}
