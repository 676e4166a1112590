package dev.orderstream.localstack.status;

import java.util.List;

/// Everything of a stack at one moment. Ready means that every process serves and every connector
/// runs.
public record StackStatus(
        boolean ready, List<ProcessStatus> processes, List<ConnectorStatus> connectors) {

    /// No launcher runs.
    public static final StackStatus NOTHING = new StackStatus(false, List.of(), List.of());

    /// A process: `state` is `ready`, `starting`, `down` or `left-out`; `pid` is 0 where no process
    /// is known.
    public record ProcessStatus(
            String name, String state, long pid, String address, int restarts) {}

    /// A connector, with Kafka Connect's own words for the states of it and its tasks.
    public record ConnectorStatus(String name, String state, List<String> tasks) {}
}
