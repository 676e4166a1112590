package dev.orderstream.localstack.process;

import dev.orderstream.localstack.StackException;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/// Runs tasks at the same time and waits for all of them.
public final class Together {

    private static final Executor THREADS = Together::start;

    private Together() {}

    /// Fails with the first task's fault, after all have ended.
    public static void run(Runnable... tasks) {
        await(Arrays.stream(tasks).map(Together::async).toArray(CompletableFuture<?>[]::new));
    }

    /// Fails with the first task's fault, after all have ended.
    public static void await(CompletableFuture<?>... tasks) {
        try {
            CompletableFuture.allOf(tasks).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof StackException fault ? fault : e;
        }
    }

    public static CompletableFuture<Void> async(Runnable task) {
        return CompletableFuture.runAsync(task, THREADS);
    }

    /// Kafka's clients load their parts by the thread's class loader, which has to be the one that
    /// loaded them.
    private static void start(Runnable task) {
        var thread = new Thread(task, "orderstream");
        thread.setDaemon(true);
        thread.setContextClassLoader(Together.class.getClassLoader());
        thread.start();
    }
}
