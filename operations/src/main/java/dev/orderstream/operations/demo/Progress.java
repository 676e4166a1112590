package dev.orderstream.operations.demo;

import dev.orderstream.operations.following.Seen;
import java.util.Collection;

/// How far all orders are.
record Progress(
        int accepted, int paid, int failed, int dispatched, int delivered, int mails, int ended) {

    static Progress of(Collection<Seen> orders, int ended) {
        int paid = 0;
        int failed = 0;
        int dispatched = 0;
        int delivered = 0;
        int mails = 0;
        for (Seen seen : orders) {
            paid += seen.paid() ? 1 : 0;
            failed += seen.failed() ? 1 : 0;
            dispatched += seen.dispatched() ? 1 : 0;
            delivered += seen.delivered() ? 1 : 0;
            mails += seen.mails();
        }
        return new Progress(orders.size(), paid, failed, dispatched, delivered, mails, ended);
    }

    String line(int posted) {
        return "posted %d  accepted %d  paid %d  failed %d  dispatched %d  delivered %d  mails %d  at an end %d"
                .formatted(posted, accepted, paid, failed, dispatched, delivered, mails, ended);
    }
}
