package dev.orderstream.operations.bench;

import dev.orderstream.operations.stack.StackProcess;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Reads how much CPU time each process of the stack has had.
final class CpuMeter {

    static final String BENCH = "bench";

    private static final String TOTAL = "total";

    private final List<StackProcess> processes;

    CpuMeter(List<StackProcess> processes) {
        this.processes = processes;
    }

    /// CPU time by process name, this process included.
    Map<String, Duration> read() {
        Map<String, Duration> times = new TreeMap<>();
        for (StackProcess process : processes) {
            ProcessHandle.of(process.pid())
                    .ifPresent(handle -> times.put(process.name(), time(process, handle)));
        }
        times.put(BENCH, ProcessStat.own(ProcessHandle.current()));
        return times;
    }

    private static Duration time(StackProcess process, ProcessHandle handle) {
        return process.isLauncher()
                ? ProcessStat.own(handle)
                : Stream.concat(Stream.of(handle), handle.descendants())
                        .map(ProcessStat::withEnded)
                        .reduce(Duration.ZERO, Duration::plus);
    }

    /// What each process used between two readings for each of so many orders, in microseconds.
    static Map<String, Double> perOrder(
            Map<String, Duration> before, Map<String, Duration> after, int orders) {
        Map<String, Double> each = new TreeMap<>();
        double total = 0;
        for (Map.Entry<String, Duration> process : after.entrySet()) {
            Duration earlier = before.getOrDefault(process.getKey(), Duration.ZERO);
            double micros = process.getValue().minus(earlier).toNanos() / 1e3 / Math.max(1, orders);
            each.put(process.getKey(), Math.round(micros * 10) / 10.0);
            total += micros;
        }
        each.put(TOTAL, Math.round(total * 10) / 10.0);
        return each;
    }

    /// What all processes used together for each order.
    static double total(Map<String, Double> perOrder) {
        return perOrder.getOrDefault(TOTAL, 0.0);
    }
}
