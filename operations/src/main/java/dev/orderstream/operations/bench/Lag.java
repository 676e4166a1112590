package dev.orderstream.operations.bench;

import java.util.Map;

/// Work that is still waiting somewhere.
///
/// @param records behind which each consumer group is
/// @param effects due but not done, by database
/// @param relayBytes of the write-ahead log that each connector has not read
record Lag(Map<String, Long> records, Map<String, Long> effects, Map<String, Long> relayBytes) {

    /// Nothing waits for a consumer or for a worker.
    boolean none() {
        return sum(records) == 0 && sum(effects) == 0;
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
