package dev.orderstream.operations.bench;

import java.io.PrintWriter;

/// Prints a report for a person.
final class BenchTable {

    private final PrintWriter out;

    BenchTable(PrintWriter out) {
        this.out = out;
    }

    void print(BenchReport report) {
        row(
                "rate asked, achieved",
                "%.0f, %.1f /s".formatted(report.rate(), report.rateAchieved()));
        row("sustained", report.sustained() ? "yes" : "no");
        row("warm-up", "%.0f s".formatted(report.warmupSeconds()));
        row("warm-up drained after", "%.1f s".formatted(report.warmupDrainSeconds()));
        row("warm-up errors", report.warmupErrors().toString());
        row("orders measured", Integer.toString(report.measured()));
        row("errors", report.errors().toString());
        row("POST", text(report.postMs()));
        row("POST to PaymentSucceeded", text(report.paidMs()));
        row("backlog by third", report.backlogByThird().toString());
        row("lag at the last post", text(report.lagAtLastPost()));
        row("lag at the end", text(report.lagAtEnd()));
        row("drained after", "%.1f s".formatted(report.drainSeconds()));
        row("unfinished", Integer.toString(report.unfinished()));
        out.println("CPU time per order, µs");
        report.cpuUsPerOrder()
                .forEach((name, micros) -> out.printf("  %-24s %8.0f%n", name, micros));
    }

    private static String text(Percentiles ms) {
        return "p50 %.1f ms, p90 %.1f ms, p99 %.1f ms, max %.1f ms of %d"
                .formatted(ms.p50(), ms.p90(), ms.p99(), ms.max(), ms.count());
    }

    private static String text(Lag lag) {
        return "records %s, effects %s, relay bytes %s"
                .formatted(lag.records(), lag.effects(), lag.relayBytes());
    }

    private void row(String name, String value) {
        out.printf("%-26s %s%n", name, value);
    }
}
