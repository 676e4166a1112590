package dev.orderstream.localstack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartTimeTest {

    private static final ProcessHandle SELF = ProcessHandle.current();

    /// The time of day of every start moves when the clock is set.
    @Test
    @EnabledOnOs(OS.LINUX)
    void onLinuxNoTimeOfDayIsPartOfIt() throws Exception {
        var boot = Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();

        assertThat(StartTime.of(SELF).text()).matches(boot + "/[1-9][0-9]*");
        assertThat(StartTime.of(SELF).isOf(SELF)).isTrue();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aTickMoreOrAnotherBootIsAnotherProcess() {
        var text = StartTime.of(SELF).text();

        assertThat(new StartTime(text + "1").isOf(SELF)).isFalse();
        assertThat(new StartTime("another-boot" + text.substring(text.indexOf('/'))).isOf(SELF))
                .isFalse();
    }

    @Test
    void aTimeOfDayIsComparedWithTolerance() {
        var start = SELF.info().startInstant().orElseThrow();

        assertThat(at(start.plus(Duration.ofSeconds(1))).isOf(SELF)).isTrue();
        assertThat(at(start.plus(Duration.ofSeconds(3))).isOf(SELF)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "yesterday"})
    void whatIsNoStartTimeIsThatOfNoProcess(String text) {
        assertThat(new StartTime(text).isOf(SELF)).isFalse();
    }

    private static StartTime at(Instant instant) {
        return new StartTime(instant.toString());
    }
}
