package dev.orderstream.operations.reconcile;

import dev.orderstream.events.EmailOccasion;
import java.util.Set;

/// What must be true of an order's mails: one for each occasion it had, none for any other.
///
/// A mail of which nobody can know whether the mail server took it may be in the mailbox or not.
final class MailRules {

    private MailRules() {}

    static void oneForEachOccasion(AcceptedOrder order, Evidence evidence, Findings findings) {
        Set<EmailOccasion> occasions = Occasions.of(evidence.paid(), evidence.delivered());
        for (EmailOccasion occasion : EmailOccasion.values()) {
            check(occasion, occasions.contains(occasion) ? 1 : 0, evidence, findings);
        }
    }

    static boolean unknown(EmailOccasion occasion, Evidence evidence) {
        return evidence.mails.stream()
                .anyMatch(mail ->
                        mail.occasion() == occasion && mail.state() == StoredMail.State.UNKNOWN);
    }

    static int mailbox(EmailOccasion occasion, Evidence evidence) {
        return evidence.mailbox.getOrDefault(occasion, 0);
    }

    private static void check(
            EmailOccasion occasion, int expected, Evidence evidence, Findings findings) {
        findings.expect("mail-stored-once " + occasion, expected, stored(occasion, evidence));
        findings.expect("mail-told-once " + occasion, expected, told(occasion, evidence));
        if (unknown(occasion, evidence)) {
            findings.atMost("mail-received-once " + occasion, 1, mailbox(occasion, evidence));
        } else {
            findings.expect(
                    "mail-received-once " + occasion, expected, mailbox(occasion, evidence));
        }
    }

    private static int stored(EmailOccasion occasion, Evidence evidence) {
        return (int)
                evidence.mails.stream()
                        .filter(mail -> mail.occasion() == occasion)
                        .filter(mail -> mail.state() != StoredMail.State.DUE)
                        .count();
    }

    private static int told(EmailOccasion occasion, Evidence evidence) {
        boolean unknown = unknown(occasion, evidence);
        return (int)
                evidence.events.stream()
                        .map(ToldEvent::mail)
                        .filter(mail -> mail != null && mail.occasion() == occasion)
                        .filter(mail -> mail != null && mail.unknown() == unknown)
                        .count();
    }
}
