package dev.orderstream.localstack.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A process id together with the moment it was started: a process id alone may belong to a
/// stranger by now.
public record ProcessIdentity(String name, long pid, Instant startedAt) {

    /// The kernel's boot time, from which start times are computed, moves a little when the clock
    /// is set.
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(2);

    public static ProcessIdentity of(String name, ProcessHandle handle) {
        return new ProcessIdentity(
                name, handle.pid(), handle.info().startInstant().orElse(Instant.EPOCH));
    }

    /// The process, if it is still the one that was recorded.
    public Optional<ProcessHandle> find() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isSame);
    }

    private boolean isSame(ProcessHandle handle) {
        return handle.info()
                .startInstant()
                .map(start ->
                        Duration.between(start, startedAt).abs().compareTo(CLOCK_TOLERANCE) <= 0)
                .orElse(false);
    }
}
