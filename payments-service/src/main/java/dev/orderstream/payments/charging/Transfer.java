package dev.orderstream.payments.charging;

import dev.orderstream.events.Money;
import dev.orderstream.payments.charging.PaymentFacts.Captured;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Money that moved between what the gateway holds for us and what orders brought in.
///
/// @param gatewayReference the gateway's id of the charge or the refund
record Transfer(Kind kind, PaymentId id, Money amount, String gatewayReference) {

    /// The two accounts of the ledger.
    enum Account {
        /// What the gateway holds for us.
        GATEWAY,
        /// What orders brought in.
        SALES
    }

    /// Why money moved.
    enum Kind {
        /// A charge was captured.
        CAPTURE(Account.GATEWAY, Account.SALES),
        /// A refund went out.
        REFUND(Account.SALES, Account.GATEWAY),
        /// A refund failed and its money came back.
        REFUND_REVERSAL(Account.GATEWAY, Account.SALES);

        private final Account debit;
        private final Account credit;

        Kind(Account debit, Account credit) {
            this.debit = debit;
            this.credit = credit;
        }

        Account debit() {
            return debit;
        }

        Account credit() {
            return credit;
        }
    }

    /// What moved when these facts became those.
    static List<Transfer> between(PaymentId id, PaymentFacts before, PaymentFacts after) {
        if (after.ordered() == null || before.equals(after)) {
            return List.of();
        }
        Money amount = after.ordered().amount();
        List<Transfer> moved = new ArrayList<>();
        if (before.answer() == null && after.answer() instanceof Captured(var charge, var _)) {
            moved.add(new Transfer(Kind.CAPTURE, id, amount, charge));
        }
        for (String refund : added(before.refunds().made(), after.refunds().made())) {
            moved.add(new Transfer(Kind.REFUND, id, amount, refund));
        }
        for (String refund : added(before.refunds().failed(), after.refunds().failed())) {
            moved.add(new Transfer(Kind.REFUND_REVERSAL, id, amount, refund));
        }
        return moved;
    }

    private static List<String> added(Set<String> before, Set<String> after) {
        return after.stream().filter(reference -> !before.contains(reference)).toList();
    }
}
