package dev.orderstream.localstack.process;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/// When a process was started, by a clock that nobody sets where there is one.
///
/// @param text on Linux the boot's id and the kernel's ticks from that boot to the start; elsewhere
///   the time of day
public record StartTime(@JsonValue String text) {

    private static final char TICKS = '/';

    /// What follows the command's name, which may hold anything, in the line of `/proc/[pid]/stat`.
    private static final int STATE_FIELD = 3;

    private static final int START_TIME_FIELD = 22;

    /// The time of day at the boot, from which start times are computed, moves a little when the
    /// clock is set.
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(2);

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public StartTime {}

    static StartTime of(ProcessHandle process) {
        return new StartTime(
                ticks(process.pid())
                        .orElseGet(() ->
                                process.info().startInstant().orElse(Instant.EPOCH).toString()));
    }

    boolean isOf(ProcessHandle process) {
        return text.indexOf(TICKS) < 0
                ? process.info().startInstant().filter(this::isAbout).isPresent()
                : ticks(process.pid()).filter(text::equals).isPresent();
    }

    private boolean isAbout(Instant start) {
        try {
            var difference = Duration.between(start, Instant.parse(text)).abs();
            return difference.compareTo(CLOCK_TOLERANCE) <= 0;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static Optional<String> ticks(long pid) {
        try {
            var boot = Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
            var stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return Optional.of(boot + TICKS + fields[START_TIME_FIELD - STATE_FIELD]);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
