package dev.orderstream.operations.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// CPU times of one process, from Linux's `/proc`, or less exactly from the JDK elsewhere.
final class ProcessStat {

    /// `getconf CLK_TCK`: 100 on every Linux that the JDK runs on.
    private static final long MILLIS_A_TICK = 10;

    /// Fields of proc_pid_stat(5), counted from the state, which follows the name.
    private static final int UTIME = 11;

    private static final int STIME = 12;
    private static final int CUTIME = 13;
    private static final int CSTIME = 14;

    private ProcessStat() {}

    /// What it used itself.
    static Duration own(ProcessHandle process) {
        return read(process, UTIME, STIME);
    }

    /// What it used, and what its children used that have ended.
    static Duration withEnded(ProcessHandle process) {
        return read(process, UTIME, STIME, CUTIME, CSTIME);
    }

    private static Duration read(ProcessHandle process, int... fields) {
        try {
            String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
            // The name stands in parentheses and may hold any character.
            String[] values = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            long ticks = 0;
            for (int field : fields) {
                ticks += Long.parseLong(values[field]);
            }
            return Duration.ofMillis(ticks * MILLIS_A_TICK);
        } catch (IOException e) {
            return process.info().totalCpuDuration().orElse(Duration.ZERO);
        }
    }
}
