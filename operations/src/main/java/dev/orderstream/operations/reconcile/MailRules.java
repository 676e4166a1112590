package dev.orderstream.operations.reconcile;

import dev.orderstream.events.EmailOccasion;
import java.util.List;
import java.util.Objects;

/// What must be true of an order's mails: one for each occasion it had, none for any other.
///
/// A mail of which nobody can know whether the mail server took it may be in the mailbox or not.
final class MailRules {

    private MailRules() {}

    static void oneForEachOccasion(AcceptedOrder order, Evidence evidence, Findings findings) {
        for (EmailOccasion occasion : EmailOccasion.values()) {
            check(occasion, Occasions.happened(occasion, evidence) ? 1 : 0, evidence, findings);
        }
    }

    static boolean unknown(EmailOccasion occasion, Evidence evidence) {
        return is(StoredMail.State.UNKNOWN, occasion, evidence);
    }

    private static boolean is(StoredMail.State state, EmailOccasion occasion, Evidence evidence) {
        return evidence.mails.stream()
                .anyMatch(mail -> mail.occasion() == occasion && mail.state() == state);
    }

    static int mailbox(EmailOccasion occasion, Evidence evidence) {
        return evidence.mailbox.getOrDefault(occasion, 0);
    }

    private static void check(
            EmailOccasion occasion, int expected, Evidence evidence, Findings findings) {
        List<StoredMail.State> stored = stored(occasion, evidence);
        findings.expect("mail-stored-once " + occasion, expected, stored.size());
        findings.expect("mail-told-once " + occasion, expected, told(occasion, evidence).size());
        findings.expect("mail-told-as-stored " + occasion, stored, told(occasion, evidence));
        if (unknown(occasion, evidence)) {
            findings.atMost("mail-received-once " + occasion, 1, mailbox(occasion, evidence));
        } else {
            boolean refused = is(StoredMail.State.REFUSED, occasion, evidence);
            findings.expect(
                    "mail-received-once " + occasion,
                    refused ? 0 : expected,
                    mailbox(occasion, evidence));
        }
    }

    /// What became of the mails of this occasion that are not due any more.
    private static List<StoredMail.State> stored(EmailOccasion occasion, Evidence evidence) {
        return evidence.mails.stream()
                .filter(mail -> mail.occasion() == occasion)
                .map(StoredMail::state)
                .filter(state -> state != StoredMail.State.DUE)
                .toList();
    }

    /// What each event of this occasion says became of its mail.
    private static List<StoredMail.State> told(EmailOccasion occasion, Evidence evidence) {
        return evidence.events.stream()
                .map(ToldEvent::mail)
                .filter(Objects::nonNull)
                .filter(mail -> mail.occasion() == occasion)
                .map(ToldEvent.Mail::state)
                .toList();
    }
}
