package dev.orderstream.operations.following;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeenTest {

    @ParameterizedTest
    @ValueSource(strings = {"PAYMENT_FAILED", "DISPATCHED", "DELIVERED", "CANCELLED", "REFUNDED"})
    void anEndIsReachedWithTheLastMail(String status) {
        assertThat(new Seen(status, 3, 2, false).ended()).isFalse();
        assertThat(new Seen(status, 3, 3, false).ended()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PROCESSING", "ACTION_REQUIRED", "PAID", "PREPARING"})
    void anOrderOnItsWayHasNotEnded(String status) {
        assertThat(new Seen(status, 2, 2, false).ended()).isFalse();
    }

    @Test
    void aCancellationThatNobodyAnsweredYetIsNoEnd() {
        assertThat(new Seen("PAYMENT_FAILED", 2, 2, true).ended()).isFalse();
    }
}
