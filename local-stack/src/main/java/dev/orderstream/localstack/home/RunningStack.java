package dev.orderstream.localstack.home;

import dev.orderstream.localstack.process.ProcessIdentity;
import dev.orderstream.localstack.process.StartTime;
import java.util.List;
import java.util.Map;

/// The content of `stack.json`: what other tools need to find the running stack.
///
/// @param replicas how many processes each service has
public record RunningStack(
        long pid,
        StartTime startedAt,
        boolean ready,
        int portOffset,
        Map<String, Integer> ports,
        List<String> without,
        int replicas,
        List<RunningProcess> processes) {

    /// A child process, and how often it had to be started again.
    public record RunningProcess(String name, long pid, StartTime startedAt, int restarts) {

        public ProcessIdentity identity() {
            return new ProcessIdentity(name, pid, startedAt);
        }
    }

    public ProcessIdentity launcher() {
        return new ProcessIdentity("launcher", pid, startedAt);
    }
}
