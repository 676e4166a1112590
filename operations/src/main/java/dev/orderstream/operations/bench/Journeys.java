package dev.orderstream.operations.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.HdrHistogram.Histogram;

/// Times every order from the moment it was meant to be posted.
///
/// The payment of an order can be seen before its POST is answered: whichever of the two comes
/// second makes the time.
final class Journeys {

    private static final int DIGITS = 3;
    private static final long NANOS_A_MICRO = 1_000;

    private final Histogram post = new Histogram(DIGITS);
    private final Histogram paid = new Histogram(DIGITS);
    private final Map<UUID, Posted> awaited = new HashMap<>();
    private final Map<UUID, Long> paidEarly = new HashMap<>();
    private final List<UUID> accepted = new ArrayList<>();
    private final Map<String, Integer> errors = new TreeMap<>();
    private final Map<String, Integer> warmupErrors = new TreeMap<>();
    private int measuredFrom = Integer.MAX_VALUE;
    private int measured;
    private int posted;
    private int failed;

    private record Posted(int index, long start) {}

    /// Measures the orders from this index on; those before it are only to warm up.
    synchronized void measureFrom(int index) {
        measuredFrom = index;
    }

    /// An order that is on its way.
    synchronized void posted() {
        posted++;
    }

    synchronized void accepted(int index, UUID order, long start, long end) {
        accepted.add(order);
        if (isMeasured(index)) {
            measured++;
            record(post, end - start);
        }
        Posted posted = new Posted(index, start);
        Long seen = paidEarly.remove(order);
        if (seen == null) {
            awaited.put(order, posted);
        } else {
            paid(posted, seen);
        }
    }

    /// A POST that was not accepted.
    synchronized void failed(int index, String why) {
        failed++;
        (isMeasured(index) ? errors : warmupErrors).merge(why, 1, Integer::sum);
    }

    synchronized void paid(UUID order, long at) {
        Posted posted = awaited.remove(order);
        if (posted == null) {
            paidEarly.putIfAbsent(order, at);
        } else {
            paid(posted, at);
        }
    }

    private void paid(Posted posted, long at) {
        if (isMeasured(posted.index())) {
            record(paid, at - posted.start());
        }
    }

    private boolean isMeasured(int index) {
        return index >= measuredFrom;
    }

    private static void record(Histogram histogram, long nanos) {
        histogram.recordValue(Math.max(0, nanos / NANOS_A_MICRO));
    }

    synchronized int acceptedCount() {
        return accepted.size();
    }

    /// How many orders there are to be: whether or not a POST is answered yet.
    synchronized int due() {
        return posted - failed;
    }

    synchronized List<UUID> accepted() {
        return List.copyOf(accepted);
    }

    /// How many payments were seen of orders that were accepted.
    synchronized int paidCount() {
        return accepted.size() - awaited.size();
    }

    /// How many orders were accepted whose payment was not seen yet.
    synchronized int unpaid() {
        return awaited.size();
    }

    synchronized int measured() {
        return measured;
    }

    synchronized Map<String, Integer> errors() {
        return new TreeMap<>(errors);
    }

    synchronized Map<String, Integer> warmupErrors() {
        return new TreeMap<>(warmupErrors);
    }

    synchronized Percentiles post() {
        return Percentiles.of(post);
    }

    synchronized Percentiles paid() {
        return Percentiles.of(paid);
    }
}
