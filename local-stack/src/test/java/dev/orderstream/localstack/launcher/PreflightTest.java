package dev.orderstream.localstack.launcher;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderstream.localstack.StackException;
import dev.orderstream.localstack.home.Ports;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

class PreflightTest {

    /// All ports lie below those that connections are given.
    private static final int OFFSET = 13_000;

    @Test
    void aTakenPortIsNamedWithWhatItIsForAndACure() throws Exception {
        try (var stranger = onOrdersPort()) {
            assertThatThrownBy(() -> Preflight.portsFree(new Ports(OFFSET), List.of()))
                    .isInstanceOf(StackException.class)
                    .hasMessageContainingAll(
                            Integer.toString(stranger.getLocalPort()),
                            "orders-service",
                            "--port-offset");
        }
    }

    @Test
    void thePortOfAServiceLeftOutMayBeTaken() throws Exception {
        try (var _ = onOrdersPort()) {
            assertThatCode(() -> Preflight.portsFree(new Ports(OFFSET), List.of("orders")))
                    .doesNotThrowAnyException();
        }
    }

    private static ServerSocket onOrdersPort() throws Exception {
        return new ServerSocket(
                new Ports(OFFSET).of("orders"), 1, InetAddress.getLoopbackAddress());
    }
}
