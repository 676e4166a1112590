package dev.orderstream.localstack.gateway;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Where every change is made: keeps it, then sends its webhooks and lets its refund settle.
final class Desk implements AutoCloseable {

    private static final long SETTLE_AGAIN_MS = 500;

    private final Books books;
    private final Mischief mischief;
    private final Webhooks webhooks;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofVirtual().name("gateway-refunds").factory());

    Desk(Books books, Mischief mischief, Webhooks webhooks) {
        this.books = books;
        this.mischief = mischief;
        this.webhooks = webhooks;
        unsettled();
    }

    Change change(
            Function<Books.State, Change> decide,
            @Nullable String request,
            Change.@Nullable Remembered key) {
        Change change =
                books.change(state -> {
                    Change decided = decide.apply(state);
                    Change signed = request == null ? decided : decided.on(request, key);
                    return webhooks.wanted() ? signed.withWebhooks(webhooks::wants) : signed;
                });
        webhooks.send(change);
        if (change.refund() != null && change.charge() != null) {
            settleLater(change.refund(), change.charge());
        }
        return change;
    }

    /// What an earlier run left to settle.
    private void unsettled() {
        books.read(state -> state.refunds.all())
                .forEach(refund -> {
                    Charge charge = books.read(s -> s.charges.get(refund.charge()));
                    if (charge != null) {
                        settleLater(refund, charge);
                    }
                });
    }

    private void settleLater(Refund refund, Charge charge) {
        if (Refunding.isUnsettled(refund, charge)) {
            settleLater(refund.id(), mischief.behaviour().refundSettleMs());
        }
    }

    private void settleLater(String id, long afterMs) {
        ScheduledFuture<?> unused =
                clock.schedule(() -> settleOrTryAgain(id), afterMs, TimeUnit.MILLISECONDS);
    }

    /// A journal without room for the change is no reason to leave the refund unsettled.
    private void settleOrTryAgain(String id) {
        try {
            settle(id);
        } catch (RuntimeException e) {
            settleLater(id, SETTLE_AGAIN_MS);
        }
    }

    private void settle(String id) {
        boolean known =
                books.read(state -> {
                    Refund refund = state.refunds.get(id);
                    return refund != null && state.charges.has(refund.charge());
                });
        if (known) {
            Change unused = change(state -> settled(state, id), null, null);
        }
    }

    private static Change settled(Books.State state, String id) {
        Refund refund = state.refunds.get(id);
        Charge charge = refund == null ? null : state.charges.get(refund.charge());
        if (refund == null || charge == null) {
            throw new IllegalStateException("No such refund: " + id);
        }
        return Refunding.settle(refund, charge);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
