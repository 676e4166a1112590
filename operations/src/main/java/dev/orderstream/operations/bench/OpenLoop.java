package dev.orderstream.operations.bench;

import java.util.concurrent.locks.LockSupport;

/// Posts at the plan's times, whether or not earlier posts are answered.
final class OpenLoop {

    private final BenchPlan plan;
    private final OrderPosts posts;

    OpenLoop(BenchPlan plan, OrderPosts posts) {
        this.plan = plan;
        this.posts = posts;
    }

    /// Posts what is only to warm up; returns when all of it is answered.
    void warmUp() throws InterruptedException {
        post(0, plan.warmupOrders());
        posts.await();
    }

    /// Posts what is measured; returns when all of it is answered.
    ///
    /// @param atLastPost runs when the last order is on its way
    void measure(Runnable atLastPost) throws InterruptedException {
        post(plan.warmupOrders(), plan.orders());
        atLastPost.run();
        posts.await();
    }

    private void post(int from, int to) throws InterruptedException {
        long start = System.nanoTime();
        for (int i = from; i < to; i++) {
            long due = start + plan.nanosOf(i - from);
            waitUntil(due);
            posts.post(i, due);
        }
    }

    private static void waitUntil(long at) {
        for (long left = at - System.nanoTime(); left > 0; left = at - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
