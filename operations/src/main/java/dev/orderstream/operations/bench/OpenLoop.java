package dev.orderstream.operations.bench;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// Posts at the plan's rate, whether or not earlier posts are answered.
final class OpenLoop {

    private final BenchPlan plan;
    private final OrderPosts posts;
    private int next;

    OpenLoop(BenchPlan plan, OrderPosts posts) {
        this.plan = plan;
        this.posts = posts;
    }

    /// The index of the order that is posted next.
    int next() {
        return next;
    }

    /// Posts for so long; returns when the time of the last order is over.
    void post(Duration time) throws InterruptedException {
        long start = System.nanoTime();
        int orders = plan.orders(time);
        for (int place = 0; place < orders; place++) {
            long due = start + plan.nanosOf(place);
            waitUntil(due);
            posts.post(next++, due);
        }
        waitUntil(start + plan.nanosOf(orders));
    }

    /// Returns when all that was posted is answered.
    void await() throws InterruptedException {
        posts.await();
    }

    private static void waitUntil(long at) {
        for (long left = at - System.nanoTime(); left > 0; left = at - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
