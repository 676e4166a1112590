package dev.orderstream.operations.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WarmUpTest {

    @Test
    void itGoesOnWhileOrdersBecomeCheaper() {
        assertThat(WarmUp.isSteady(List.of())).isFalse();
        assertThat(WarmUp.isSteady(List.of(40.0))).isFalse();
        assertThat(WarmUp.isSteady(List.of(40.0, 39.9))).isFalse();
        assertThat(WarmUp.isSteady(List.of(40.0, 30.0, 22.0))).isFalse();
        assertThat(WarmUp.isSteady(List.of(40.0, 30.0, 22.0, 22.0))).isFalse();
    }

    @Test
    void itEndsWhenTwoWindowsBroughtNothing() {
        assertThat(WarmUp.isSteady(List.of(40.0, 30.0, 22.0, 22.0, 21.9))).isTrue();
        assertThat(WarmUp.isSteady(List.of(40.0, 30.0, 22.0, 25.0, 24.0))).isTrue();
        assertThat(WarmUp.isSteady(List.of(15.0, 14.6, 14.9))).isTrue();
    }

    @Test
    void aWindowThatWasDisturbedDoesNotEndIt() {
        assertThat(WarmUp.isSteady(List.of(40.0, 30.0, 35.0, 25.0))).isFalse();
    }
}
