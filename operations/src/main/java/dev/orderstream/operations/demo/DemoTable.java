package dev.orderstream.operations.demo;

import dev.orderstream.operations.reconcile.Difference;
import java.io.PrintWriter;
import java.util.Map;

/// Prints a report for a person.
final class DemoTable {

    private static final int DIFFERENCES_SHOWN_MAX = 50;

    private final PrintWriter out;

    DemoTable(PrintWriter out) {
        this.out = out;
    }

    void print(DemoReport report) {
        row("seed", Long.toString(report.seed()));
        row("inputs", report.inputs());
        rows("skipped", report.skipped());
        row("posted", report.posted());
        row("accepted", report.accepted());
        rows("rejected", report.rejected());
        rows("unanswered", report.unanswered());
        row("paid", report.paid());
        row("payment failed", report.failed());
        row("dispatched", report.dispatched());
        row("delivered", report.delivered());
        rows("customers who", report.scenarios());
        rows("cancellations", report.cancellations());
        rows("ended", report.endings());
        rows("mails", report.emails());
        row("mails perhaps sent", report.emailsUnknown().size());
        row("unfinished", report.unfinished());
        row("events", report.events());
        row("redelivered records", report.redelivered());
        row("seconds", "%.1f".formatted(report.seconds()));
        row("differences", report.differences().size());
        report.differences().stream().limit(DIFFERENCES_SHOWN_MAX).forEach(this::difference);
        out.println(verdict(report));
    }

    private static String verdict(DemoReport report) {
        return report.reconciles()
                ? "Four databases, the topics, the gateway and the mailbox agree on every order."
                : "Not everything is as it must be.";
    }

    private void row(String name, int count) {
        row(name, Integer.toString(count));
    }

    private void row(String name, String value) {
        out.printf("%-24s %10s%n", name, value);
    }

    private void rows(String name, Map<?, Integer> counts) {
        row(name, counts.values().stream().mapToInt(Integer::intValue).sum());
        counts.forEach((reason, count) -> out.printf("  %-60s %6d%n", reason, count));
    }

    private void difference(Difference difference) {
        out.printf(
                "  %s  %s: expected %s, found %s%n",
                difference.order(), difference.rule(), difference.expected(), difference.found());
    }
}
