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
        assertThat(WarmUp.isSteady(List.of(40.0, 30.0, 22.0, 22.0, 22.0))).isFalse();
    }

    @Test
    void itEndsWhenThreeWindowsBroughtNothing() {
        assertThat(WarmUp.isSteady(List.of(40.0, 30.0, 22.0, 22.0, 21.9, 22.1))).isTrue();
        assertThat(WarmUp.isSteady(List.of(40.0, 30.0, 22.0, 25.0, 24.0, 23.0))).isTrue();
        assertThat(WarmUp.isSteady(List.of(15.0, 14.6, 14.9, 14.7))).isTrue();
    }

    @Test
    void littleByLittleItGoesOn() {
        assertThat(WarmUp.isSteady(List.of(19.4, 18.5, 17.3, 17.7, 16.8))).isFalse();
    }

    @Test
    void aWindowThatWasDisturbedDoesNotEndIt() {
        assertThat(WarmUp.isSteady(List.of(40.0, 30.0, 35.0, 25.0))).isFalse();
    }
}
