package dev.orderstream.operations.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderstream.operations.reconcile.Difference;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Every stored order is one that the storefront heard of, under the key that it posted it with.
class UntoldTest {

    private static final UUID ORDER = new UUID(1, 1);
    private static final UUID OTHER = new UUID(1, 2);

    @Test
    void whatWasToldIsNoDifference() {
        assertThat(Untold.differences(Set.of(ORDER), Map.of("key", ORDER), Set.of())).isEmpty();
    }

    @Test
    void anOrderThatNobodyWasToldOfIsOne() {
        assertThat(
                        Untold.differences(
                                Set.of(ORDER), Map.of("key", ORDER, "other", OTHER), Set.of()))
                .containsExactly(
                        new Difference(
                                OTHER.toString(),
                                "stored-iff-accepted",
                                "not stored",
                                "stored under key other"));
    }

    @Test
    void anOrderBesideItsKeyIsOneToo() {
        assertThat(Untold.differences(Set.of(ORDER), Map.of("key", ORDER), Set.of(OTHER)))
                .containsExactly(
                        new Difference(
                                OTHER.toString(),
                                "stored-iff-accepted",
                                "not stored",
                                "stored under no key"));
    }
}
