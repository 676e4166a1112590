package dev.orderstream.localstack.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderstream.localstack.StackException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTest {

    @Test
    void anOffsetMovesEveryPort() {
        var moved = new Ports(100).byName();

        assertThat(new Ports(0).byName())
                .allSatisfy((name, port) -> assertThat(moved).containsEntry(name, port + 100));
    }

    @Test
    void noTwoPartsShareAPort() {
        assertThat(new Ports(0).byName().values()).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 60_000})
    void anOffsetThatLeavesThePortRangeIsRefused(int offset) {
        assertThatThrownBy(() -> new Ports(offset))
                .isInstanceOf(StackException.class)
                .hasMessageContaining(Integer.toString(offset));
    }
}
