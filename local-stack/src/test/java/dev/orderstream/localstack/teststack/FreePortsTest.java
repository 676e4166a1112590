package dev.orderstream.localstack.teststack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FreePortsTest {

    @Test
    void theyDifferAndCanBeListenedOn() {
        var ports = FreePorts.take(20);

        assertThat(ports).doesNotHaveDuplicates();
        for (var port : ports) {
            assertThatCode(() ->
                            new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close())
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void noneIsEverTheLocalPortOfAConnection() {
        assertThat(IntStream.of(FreePorts.take(20))).allMatch(port -> port > 1023 && port < 32_768);
    }
}
