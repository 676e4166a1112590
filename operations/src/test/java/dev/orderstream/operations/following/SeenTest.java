package dev.orderstream.operations.following;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// An order is at its end when its status and its mails are.
class SeenTest {

    @Test
    void aDeclinedOrderEndsWithItsTwoMails() {
        assertThat(new Seen("PAYMENT_FAILED", 1).ended()).isFalse();
        assertThat(new Seen("PAYMENT_FAILED", 2).ended()).isTrue();
    }

    @Test
    void aPaidOrderEndsDispatchedWithItsThreeMails() {
        assertThat(new Seen("PREPARING", 3).ended()).isFalse();
        assertThat(new Seen("DISPATCHED", 2).ended()).isFalse();
        assertThat(new Seen("DISPATCHED", 3).ended()).isTrue();
    }

    @Test
    void aDeliveredOrderEndsWithItsFourMails() {
        assertThat(new Seen("DELIVERED", 3).ended()).isFalse();
        assertThat(new Seen("DELIVERED", 4).ended()).isTrue();
    }

    @Test
    void whatSomeoneCancelledIsNotWaitedFor() {
        assertThat(new Seen("CANCELLED", 0).ended()).isTrue();
    }
}
