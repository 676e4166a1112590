package dev.orderstream.operations.bench;

import java.util.List;
import java.util.Map;

/// What a bench measured.
///
/// @param rate asked for, in orders a second
/// @param rateAchieved accepted a second while it was measured
/// @param sustained every order was accepted as fast as it was posted, was paid for and came to its
///   end soon after, and the backlog did not grow
/// @param warmupCpuUsPerOrder CPU time of all processes for each order of the warm-up, in
///   microseconds, one part of it after the other
/// @param warmupDrainSeconds from the last post of the warm-up until all of it was at its end
/// @param warmupErrors POSTs of the warm-up that were not accepted, by reason
/// @param accepted orders accepted in all, those of the warm-up among them
/// @param measured orders accepted while it was measured
/// @param errors POSTs that were not accepted, by reason, while it was measured
/// @param postMs from the moment an order was to be posted to its 201
/// @param paidMs from the same moment until a consumer had its PaymentSucceeded
/// @param cpuUsPerOrder CPU time of each process while it was measured for each order that was
///   accepted and paid for meanwhile, in microseconds
/// @param backlogByThird events still to come of the orders posted so far, on average over each
///   third of the measured time
/// @param lagAtLastPost what was waiting when the measured time was over
/// @param lagAtEnd what was waiting in the end
/// @param drainSeconds from the end of the measured time until every order was at its end
/// @param unfinished accepted orders that were not at their end in time
record BenchReport(
        double rate,
        double rateAchieved,
        boolean sustained,
        double warmupSeconds,
        List<Double> warmupCpuUsPerOrder,
        double warmupDrainSeconds,
        Map<String, Integer> warmupErrors,
        double seconds,
        int accepted,
        int measured,
        Map<String, Integer> errors,
        Percentiles postMs,
        Percentiles paidMs,
        Map<String, Double> cpuUsPerOrder,
        List<Long> backlogByThird,
        Lag lagAtLastPost,
        Lag lagAtEnd,
        double drainSeconds,
        int unfinished) {}
