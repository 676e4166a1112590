package dev.orderstream.operations.reconcile;

import dev.orderstream.events.EmailOccasion;
import dev.orderstream.operations.reconcile.Reconciled.UnknownMail;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Counts over all orders.
final class Tally {

    private int paid;
    private int failed;
    private int dispatched;
    private int delivered;
    private int events;
    private int redelivered;
    private final Map<EmailOccasion, Integer> emails = new EnumMap<>(EmailOccasion.class);
    private final List<UnknownMail> unknown = new ArrayList<>();
    private final Map<UUID, String> endings = new HashMap<>();
    private final List<Difference> differences = new ArrayList<>();

    void add(AcceptedOrder order, Evidence evidence, boolean ended, List<Difference> found) {
        endings.put(order.id(), Endings.of(evidence, ended));
        paid += evidence.paid() ? 1 : 0;
        failed += evidence.failed() ? 1 : 0;
        dispatched += evidence.dispatched() ? 1 : 0;
        delivered += evidence.delivered() ? 1 : 0;
        events += evidence.events.size();
        redelivered += evidence.redelivered;
        evidence.mailbox.forEach((occasion, mails) -> emails.merge(occasion, mails, Integer::sum));
        addUnknown(order, evidence);
        differences.addAll(found);
    }

    private void addUnknown(AcceptedOrder order, Evidence evidence) {
        for (EmailOccasion occasion : EmailOccasion.values()) {
            if (MailRules.unknown(occasion, evidence)) {
                boolean received = MailRules.mailbox(occasion, evidence) > 0;
                unknown.add(new UnknownMail(order.id().toString(), occasion, received));
            }
        }
    }

    Reconciled result() {
        return new Reconciled(
                paid,
                failed,
                dispatched,
                delivered,
                endings,
                emails,
                unknown,
                events,
                redelivered,
                differences);
    }
}
