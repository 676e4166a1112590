package dev.orderstream.email.composing;

import dev.orderstream.events.EmailOccasion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is known about the mails of one order: what they say, what waits, what was asked for.
///
/// Details and turns come in any order. A mail is due once both its turn and the details are known,
/// and it is asked for once.
///
/// @param known whether the order itself is known
/// @param waiting the turns whose mail was not asked for yet
/// @param requested the occasions whose mail was asked for, whatever came of it
record MailOrder(
        UUID orderId,
        boolean known,
        Map<EmailOccasion, Turn> waiting,
        Set<EmailOccasion> requested) {

    private static final Set<EmailOccasion> PAID =
            Set.of(EmailOccasion.PAYMENT_SUCCEEDED, EmailOccasion.PAYMENT_REFUNDED);

    MailOrder {
        waiting = Map.copyOf(waiting);
        requested = Set.copyOf(requested);
    }

    static MailOrder unknown(UUID orderId) {
        return new MailOrder(orderId, false, Map.of(), Set.of());
    }

    /// An order after some news, and the mails that are to be asked for now, in the order of the
    /// occasions.
    record Learnt(MailOrder order, List<MailInput> mails) {

        Learnt {
            mails = List.copyOf(mails);
        }
    }

    /// Merges a turn, which may make the order known, and asks for what is due; what is known
    /// already changes nothing.
    Learnt learn(Turn turn, boolean bringsOrder) {
        MailOrder merged = with(turn);
        return new MailOrder(orderId, known || bringsOrder, merged.waiting, requested).ask();
    }

    private Learnt ask() {
        if (!known) {
            return new Learnt(this, List.of());
        }
        List<MailInput> mails =
                new TreeMap<>(waiting)
                        .values().stream().map(turn -> new MailInput(turn, moneyTaken())).toList();
        var asked = new TreeSet<>(requested);
        asked.addAll(waiting.keySet());
        return new Learnt(new MailOrder(orderId, true, Map.of(), asked), mails);
    }

    /// After a turn; the first one of an occasion stays.
    private MailOrder with(Turn turn) {
        if (requested.contains(turn.occasion())) {
            return this;
        }
        var more = new TreeMap<>(waiting);
        more.putIfAbsent(turn.occasion(), turn);
        return new MailOrder(orderId, known, more, requested);
    }

    private MailOrder asked(EmailOccasion occasion) {
        var less = new TreeMap<>(waiting);
        less.remove(occasion);
        var more = new TreeSet<>(requested);
        more.add(occasion);
        return new MailOrder(orderId, known, less, more);
    }

    /// Whether the customer is known to have paid, if only for a while.
    boolean moneyTaken() {
        return PAID.stream().anyMatch(paid -> state(paid).isPresent());
    }

    /// How far the mail of an occasion is, up to the moment that it is asked for; empty before its
    /// turn.
    Optional<MailState> state(EmailOccasion occasion) {
        if (requested.contains(occasion)) {
            return Optional.of(MailState.REQUESTED);
        }
        return waiting.containsKey(occasion) ? Optional.of(MailState.WAITING) : Optional.empty();
    }

    /// With a mail as it is stored.
    MailOrder having(StoredMail mail) {
        return mail.waiting() == null ? asked(mail.occasion()) : with(mail.waiting());
    }

    /// The mails that are new, or that wait no longer.
    List<StoredMail> changesSince(MailOrder before) {
        var changes = new ArrayList<StoredMail>();
        for (EmailOccasion occasion : requested) {
            if (!before.requested.contains(occasion)) {
                changes.add(new StoredMail(orderId, occasion, null));
            }
        }
        waiting.forEach((occasion, turn) -> {
            if (!before.waiting.containsKey(occasion)) {
                changes.add(new StoredMail(orderId, occasion, turn));
            }
        });
        return changes;
    }

    /// A mail as it is stored.
    ///
    /// @param waiting its turn while it waits for the order's details
    record StoredMail(UUID orderId, EmailOccasion occasion, @Nullable Turn waiting) {}
}
