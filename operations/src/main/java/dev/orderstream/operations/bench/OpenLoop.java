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

    /// Returns when everything is posted and answered.
    ///
    /// @param atMeasurement runs when the warm-up is over
    /// @param atLastPost runs when the last order is on its way
    void run(Runnable atMeasurement, Runnable atLastPost) throws InterruptedException {
        long start = System.nanoTime();
        for (int i = 0; i < plan.orders(); i++) {
            if (i == plan.warmupOrders()) {
                atMeasurement.run();
            }
            long due = start + plan.nanosOf(i);
            waitUntil(due);
            posts.post(i, due);
        }
        atLastPost.run();
        posts.await();
    }

    private static void waitUntil(long at) {
        for (long left = at - System.nanoTime(); left > 0; left = at - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
