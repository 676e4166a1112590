package dev.orderstream.operations.reconcile;

import dev.orderstream.events.EmailOccasion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What a reconciliation counted, and every difference it found.
///
/// @param endings how each order ended, in words
/// @param emails received, by occasion
/// @param emailsUnknown mails of which nobody can know whether the mail server took them
/// @param redelivered records of events that the topics have more than once, which consumers skip
public record Reconciled(
        int paid,
        int failed,
        int dispatched,
        int delivered,
        Map<UUID, String> endings,
        Map<EmailOccasion, Integer> emails,
        List<UnknownMail> emailsUnknown,
        int events,
        int redelivered,
        List<Difference> differences) {

    /// A mail that was perhaps sent.
    ///
    /// @param received whether it is in the mailbox
    public record UnknownMail(String order, EmailOccasion occasion, boolean received) {}

    /// The same with more differences.
    public Reconciled and(List<Difference> more) {
        List<Difference> all = new ArrayList<>(differences);
        all.addAll(more);
        return new Reconciled(
                paid,
                failed,
                dispatched,
                delivered,
                endings,
                emails,
                emailsUnknown,
                events,
                redelivered,
                all);
    }
}
