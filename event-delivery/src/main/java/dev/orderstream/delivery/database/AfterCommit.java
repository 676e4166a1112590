package dev.orderstream.delivery.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

/// Does something once the current transaction is durable, and never when it rolls back.
@ApplicationScoped
public class AfterCommit {

    private final TransactionSynchronizationRegistry transactions;

    AfterCommit(TransactionSynchronizationRegistry transactions) {
        this.transactions = transactions;
    }

    /// Runs the action after the commit, on the committing thread: it must be quick and must not
    /// fail.
    public void run(Runnable action) {
        run(action, () -> {});
    }

    /// Runs the one after a commit, or the other after a rollback; both must be quick and must not
    /// fail.
    public void run(Runnable committed, Runnable rolledBack) {
        transactions.registerInterposedSynchronization(
                new Synchronization() {
                    @Override
                    public void beforeCompletion() {}

                    @Override
                    public void afterCompletion(int status) {
                        (status == Status.STATUS_COMMITTED ? committed : rolledBack).run();
                    }
                });
    }
}
