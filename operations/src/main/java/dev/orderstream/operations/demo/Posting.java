package dev.orderstream.operations.demo;

import dev.orderstream.operations.placing.OrderRequest;
import dev.orderstream.operations.reconcile.AcceptedOrder;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Posts orders at a fixed rate, whether or not the earlier ones are answered, and lets their
/// customers act.
final class Posting implements Runnable {

    private static final double NANOS_A_SECOND = 1e9;

    private final List<Order> orders;
    private final Storefront storefront;
    private final Customers customers;
    private final Posted posted;
    private final double rate;
    private final String keyPrefix;

    Posting(
            List<Order> orders,
            Storefront storefront,
            Customers customers,
            Posted posted,
            double rate,
            String keyPrefix) {
        this.orders = orders;
        this.storefront = storefront;
        this.customers = customers;
        this.posted = posted;
        this.rate = rate;
        this.keyPrefix = keyPrefix;
    }

    /// Returns when each order has its answer and each customer has done what they planned.
    @Override
    public void run() {
        long start = System.nanoTime();
        int posts = 0;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < orders.size(); i++) {
                String key = keyPrefix + i;
                switch (orders.get(i)) {
                    case Order.Skipped(String reason) -> posted.skipped(reason);
                    case Order.ToPost(OrderRequest request, Order.Plan plan) -> {
                        waitUntil(start + (long) (posts++ * NANOS_A_SECOND / rate));
                        posted.posted();
                        threads.execute(() -> post(request, plan, key));
                    }
                }
            }
        }
    }

    private void post(OrderRequest request, Order.@Nullable Plan plan, String key) {
        Answer answer = new Answer.Unanswered("unreadable-answer");
        try {
            answer = storefront.post(request, key);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            posted.answered(key, answer);
        }
        if (plan != null && answer instanceof Answer.Accepted(AcceptedOrder order)) {
            act(plan, order.id());
        }
    }

    private void act(Order.Plan plan, UUID order) {
        try {
            customers.act(plan, order);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void waitUntil(long at) {
        for (long left = at - System.nanoTime(); left > 0; left = at - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
