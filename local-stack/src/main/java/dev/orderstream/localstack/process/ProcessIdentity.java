package dev.orderstream.localstack.process;

import java.util.Optional;

/// A process id together with the moment it was started: a process id alone may belong to a
/// stranger by now.
public record ProcessIdentity(String name, long pid, StartTime startedAt) {

    public static ProcessIdentity of(String name, ProcessHandle handle) {
        return new ProcessIdentity(name, handle.pid(), StartTime.of(handle));
    }

    /// The process, if it is still the one that was recorded.
    public Optional<ProcessHandle> find() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(startedAt::isOf);
    }
}
