package dev.orderstream.delivery.database;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/// Commits that are made, but nobody hears that they were.
public final class UnansweredCommits {

    private UnansweredCommits() {}

    public static AfterCommit of(TransactionSynchronizationRegistry transactions) {
        return new AfterCommit(
                (TransactionSynchronizationRegistry)
                        Proxy.newProxyInstance(
                                UnansweredCommits.class.getClassLoader(),
                                new Class<?>[] {TransactionSynchronizationRegistry.class},
                                (_, method, arguments) -> call(transactions, method, arguments)));
    }

    private static Object call(
            TransactionSynchronizationRegistry transactions, Method method, Object[] arguments)
            throws ReflectiveOperationException {
        if (arguments != null && arguments[0] instanceof Synchronization heard) {
            arguments[0] = new Unheard(heard);
        }
        return method.invoke(transactions, arguments);
    }

    private record Unheard(Synchronization heard) implements Synchronization {

        @Override
        public void beforeCompletion() {
            heard.beforeCompletion();
        }

        @Override
        public void afterCompletion(int status) {
            heard.afterCompletion(Status.STATUS_UNKNOWN);
        }
    }
}
