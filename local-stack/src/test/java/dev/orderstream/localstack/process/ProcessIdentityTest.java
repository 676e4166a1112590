package dev.orderstream.localstack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProcessIdentityTest {

    private final ProcessIdentity self = ProcessIdentity.of("self", ProcessHandle.current());

    @Test
    void aRunningProcessIsFoundAgain() {
        assertThat(self.find()).contains(ProcessHandle.current());
    }

    @Test
    void aStrangerWithTheSameProcessIdIsNotFound() {
        var earlier =
                new ProcessIdentity(
                        "self", self.pid(), self.startedAt().minus(Duration.ofMinutes(1)));

        assertThat(earlier.find()).isEmpty();
    }
}
