package dev.orderstream.localstack.process;

import static org.assertj.core.api.Assertions.assertThat;

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
                new ProcessIdentity("self", self.pid(), new StartTime("1970-01-01T00:00:00Z"));

        assertThat(earlier.find()).isEmpty();
    }
}
