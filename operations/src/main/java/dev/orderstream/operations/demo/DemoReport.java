package dev.orderstream.operations.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.orderstream.events.EmailOccasion;
import dev.orderstream.operations.reconcile.Difference;
import dev.orderstream.operations.reconcile.Reconciled;
import dev.orderstream.operations.reconcile.Reconciled.UnknownMail;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What became of every input of a demo.
///
/// @param seed makes the same orders and payment methods again
/// @param keyPrefix begins the idempotency keys of this run's orders
/// @param inputs invoices read or orders generated: each is skipped or posted
/// @param posted each is accepted, rejected or unanswered
/// @param unanswered by why nobody knows
/// @param unfinished accepted, but not at an end in time; each is a difference too
/// @param endings orders by how they ended
/// @param scenarios orders by what their customers meant to do
/// @param cancellations the answers to what customers wanted to cancel
/// @param events events of these orders on the topics
/// @param redelivered records of events that a topic has more than once, which consumers skip
record DemoReport(
        long seed,
        String keyPrefix,
        int inputs,
        Map<String, Integer> skipped,
        int posted,
        int accepted,
        Map<String, Integer> rejected,
        Map<String, Integer> unanswered,
        int paid,
        int failed,
        int dispatched,
        int delivered,
        Map<String, Integer> endings,
        Map<String, Integer> scenarios,
        Map<String, Integer> cancellations,
        Map<EmailOccasion, Integer> emails,
        List<UnknownMail> emailsUnknown,
        int unfinished,
        int events,
        int redelivered,
        double seconds,
        List<Difference> differences) {

    static DemoReport of(DemoInput input, Posted posted, Outcome outcome, double seconds) {
        Reconciled found = outcome.reconciled();
        return new DemoReport(
                input.seed(),
                input.keyPrefix(),
                input.orders().size(),
                posted.skipped(),
                posted.count(),
                outcome.accepted(),
                posted.rejected(),
                posted.unanswered(),
                found.paid(),
                found.failed(),
                found.dispatched(),
                found.delivered(),
                counted(found.endings().values()),
                counted(posted.scenarios().values()),
                posted.cancellations(),
                found.emails(),
                found.emailsUnknown(),
                outcome.unfinished(),
                found.events(),
                found.redelivered(),
                seconds,
                found.differences());
    }

    private static Map<String, Integer> counted(Collection<?> values) {
        Map<String, Integer> counts = new TreeMap<>();
        values.forEach(value -> counts.merge(value.toString(), 1, Integer::sum));
        return counts;
    }

    /// What the reconciliation saw.
    record Outcome(int accepted, int unfinished, Reconciled reconciled) {

        Outcome and(List<Difference> more) {
            return new Outcome(accepted, unfinished, reconciled.and(more));
        }
    }

    /// Whether everything is as it must be.
    @JsonProperty
    boolean reconciles() {
        return differences.isEmpty() && unfinished == 0 && unanswered.isEmpty();
    }
}
