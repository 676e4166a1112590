package dev.orderstream.payments.charging;

import dev.orderstream.delivery.outbox.Cause;
import dev.orderstream.events.Money;
import dev.orderstream.payments.charging.PaymentFacts.ActionRequired;
import dev.orderstream.payments.charging.PaymentFacts.Cancelled;
import dev.orderstream.payments.charging.PaymentFacts.Captured;
import dev.orderstream.payments.charging.PaymentFacts.Declined;
import dev.orderstream.payments.charging.PaymentFacts.Ordered;
import dev.orderstream.payments.charging.PaymentFacts.RefundFailed;
import dev.orderstream.payments.charging.PaymentFacts.Refunded;
import dev.orderstream.payments.charging.PaymentFacts.Said;
import dev.orderstream.payments.charging.PaymentFacts.Withdrawn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// One order's payment, the gateway behind it, and everything that can still happen, at one moment.
///
/// @param moves what can happen next, in any order
/// @param told the events that were told, sorted
/// @param ledger what was posted
record World(
        Card card,
        Rules rules,
        PaymentFacts facts,
        Gateway gateway,
        Set<Move> moves,
        List<String> told,
        Set<Transfer> ledger) {

    static final Instant AT = Instant.parse("2026-11-22T09:00:00Z");
    static final Money TOTAL = new Money(1999, "GBP");
    private static final PaymentId ID = new PaymentId(new UUID(1, 1), new UUID(2, 2));
    private static final Cancelled CANCELLED = new Cancelled(AT, new Cause(new UUID(7, 7), null));
    private static final ActionRequired ASKED =
            new ActionRequired("pi_1", "https://bank.example/1", AT.plusSeconds(3600));

    /// What a card does, and the customer who holds it.
    enum Card {
        PAYS,
        DECLINES,
        ASKS_AND_IS_APPROVED,
        ASKS_AND_IS_REJECTED,
        ASKS_IN_VAIN,
        FAILS_ONE_REFUND,
        FAILS_EVERY_REFUND;

        boolean asks() {
            return name().startsWith("ASKS");
        }

        boolean failsRefund(int number) {
            return this == FAILS_EVERY_REFUND || (this == FAILS_ONE_REFUND && number == 1);
        }
    }

    /// How the charge stands at the gateway.
    enum Intent {
        NONE,
        ASKED,
        REJECTED,
        SUCCEEDED,
        DECLINED,
        EXPIRED,
        WITHDRAWN
    }

    /// What the gateway's own books say.
    record Gateway(Intent intent, int refunds, int failedRefunds) {
        Gateway with(Intent next) {
            return new Gateway(next, refunds, failedRefunds);
        }

        boolean keepsMoney() {
            return intent == Intent.SUCCEEDED && refunds == failedRefunds;
        }
    }

    /// Something that can happen.
    sealed interface Move {}

    record OrderCreated(int copy) implements Move {}

    record OrderCancelled(int copy) implements Move {}

    /// An answer or a webhook arrives.
    record Heard(Said said, int copy) implements Move {}

    /// A call to the gateway is made.
    record Performed(String kind, String subject) implements Move {}

    /// The customer answers the bank.
    record CustomerActs() implements Move {}

    /// How facts are merged: the service's own way, or one with a bug.
    interface Rules {
        PaymentFacts heard(PaymentFacts facts, Said said);
    }

    static World with(Card card, Rules rules, Move... moves) {
        return new World(
                card,
                rules,
                PaymentFacts.NONE,
                new Gateway(Intent.NONE, 0, 0),
                Set.of(moves),
                List.of(),
                Set.of());
    }

    /// Whether this can happen now: whoever waits for a customer waits.
    boolean isDue(Move move) {
        boolean waits =
                move instanceof Performed(var kind, var _)
                        && kind.equals(Calls.AUTHENTICATION)
                        && gateway.intent() == Intent.ASKED
                        && facts.answer() == null
                        && moves.contains(new CustomerActs());
        return !waits;
    }

    World after(Move move) {
        World left = without(move);
        return switch (move) {
            case OrderCreated _ -> left.learn(facts.with(new Ordered(TOTAL, "pm_card_visa")));
            case OrderCancelled _ -> left.cancelled();
            case Heard(var said, var _) -> left.learn(rules.heard(facts, said));
            case CustomerActs _ -> left.customerActs();
            case Performed(var kind, var _) -> left.performed(kind);
        };
    }

    private World cancelled() {
        Move charge = new Performed(Calls.CHARGE, "total");
        return moves.contains(charge)
                ? without(charge).learn(facts.with(CANCELLED).with(new Withdrawn(null, AT)))
                : learn(facts.with(CANCELLED));
    }

    private World customerActs() {
        if (gateway.intent() != Intent.ASKED) {
            return this;
        }
        return card == Card.ASKS_AND_IS_APPROVED
                ? at(Intent.SUCCEEDED).hears(new Captured("pi_1", AT))
                : at(Intent.REJECTED);
    }

    private World performed(String kind) {
        if (!kind.equals(Calls.REFUND) && facts.answer() != null) {
            return this;
        }
        return switch (kind) {
            case Calls.CHARGE -> charged();
            case Calls.AUTHENTICATION -> looked(Intent.EXPIRED);
            case Calls.CALL_OFF -> looked(Intent.WITHDRAWN);
            default -> refunded();
        };
    }

    private World charged() {
        if (card.asks()) {
            World asked = at(Intent.ASKED).hearsTwice(ASKED);
            return card == Card.ASKS_IN_VAIN ? asked : asked.and(new CustomerActs());
        }
        return card == Card.DECLINES
                ? at(Intent.DECLINED).hears(new Declined("expired_card", "pi_1", AT))
                : at(Intent.SUCCEEDED).hearsTwice(new Captured("pi_1", AT));
    }

    private World looked(Intent calledOff) {
        World now = gateway.intent() == Intent.ASKED ? at(calledOff) : this;
        return switch (now.gateway.intent()) {
            case SUCCEEDED -> now.hearsTwice(new Captured("pi_1", AT));
            case WITHDRAWN -> now.hearsTwice(new Withdrawn("pi_1", AT));
            case EXPIRED -> now.hearsTwice(new Declined("authentication_expired", "pi_1", AT));
            default -> now.hearsTwice(new Declined("authentication_required", "pi_1", AT));
        };
    }

    private World refunded() {
        int number = gateway.refunds() + 1;
        boolean fails = card.failsRefund(number);
        String reference = "re_" + number;
        World made =
                new World(
                        card,
                        rules,
                        facts,
                        new Gateway(
                                gateway.intent(),
                                number,
                                gateway.failedRefunds() + (fails ? 1 : 0)),
                        moves,
                        told,
                        ledger);
        World heard = made.hears(new Refunded(reference, AT));
        return fails ? heard.hearsTwice(new RefundFailed(reference, AT)) : heard;
    }

    private World learn(PaymentFacts after) {
        Set<Move> next = new HashSet<>(moves);
        Calls.between(ID, facts, after)
                .ifPresent(call -> next.add(new Performed(call.kind(), call.subject())));
        List<String> news = new ArrayList<>(told);
        News.between(ID, facts, after).forEach(event -> news.add(event.getClass().getSimpleName()));
        news.sort(null);
        Set<Transfer> posted = new HashSet<>(ledger);
        posted.addAll(Transfer.between(ID, facts, after));
        return new World(card, rules, after, gateway, next, news, posted);
    }

    private World at(Intent intent) {
        return new World(card, rules, facts, gateway.with(intent), moves, told, ledger);
    }

    private World hears(Said said) {
        return and(new Heard(said, 1));
    }

    /// As the answer of a call, and as a webhook.
    private World hearsTwice(Said said) {
        return hears(said).and(new Heard(said, 2));
    }

    private World and(Move move) {
        Set<Move> more = new HashSet<>(moves);
        more.add(move);
        return new World(card, rules, facts, gateway, more, told, ledger);
    }

    private World without(Move move) {
        Set<Move> fewer = new HashSet<>(moves);
        fewer.remove(move);
        return new World(card, rules, facts, gateway, fewer, told, ledger);
    }

    /// What the ledger says is left with the gateway, in minor units.
    long balance() {
        return ledger.stream()
                .mapToLong(transfer ->
                        transfer.kind().debit() == Transfer.Account.GATEWAY
                                ? transfer.amount().amount()
                                : -transfer.amount().amount())
                .sum();
    }
}
