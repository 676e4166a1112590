package dev.orderstream.operations.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// A backlog grows when its last third is above its second by more than half a second's work.
class BacklogTest {

    @Test
    void eachThirdIsAMean() {
        assertThat(Backlog.thirds(List.of(1L, 3L, 10L, 20L, 5L, 6L, 7L)))
                .containsExactly(2L, 15L, 6L);
    }

    @Test
    void aLevelBacklogDoesNotGrow() {
        assertThat(Backlog.grows(List.of(5_000L, 9_000L, 5_500L), 100)).isFalse();
        assertThat(Backlog.grows(List.of(), 100)).isFalse();
    }

    @Test
    void fillingAnEmptyPipeIsNoGrowth() {
        assertThat(Backlog.grows(List.of(1_000L, 6_000L, 6_500L), 100)).isFalse();
    }

    @Test
    void aRisingBacklogGrows() {
        assertThat(Backlog.grows(List.of(5_000L, 5_600L, 6_200L), 100)).isTrue();
    }
}
