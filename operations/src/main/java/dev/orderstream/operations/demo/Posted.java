package dev.orderstream.operations.demo;

import dev.orderstream.operations.reconcile.AcceptedOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/// What was posted so far, and what came of it.
final class Posted {

    private final List<AcceptedOrder> accepted = new ArrayList<>();
    private final SortedMap<String, String> rejections = new TreeMap<>();
    private final SortedMap<String, Integer> skipped = new TreeMap<>();
    private final SortedMap<String, Integer> unanswered = new TreeMap<>();
    private final SortedMap<String, Integer> cancellations = new TreeMap<>();
    private final Map<UUID, Scenario> scenarios = new HashMap<>();
    private int posted;

    synchronized void skipped(String reason) {
        skipped.merge(reason, 1, Integer::sum);
    }

    synchronized void posted() {
        posted++;
    }

    /// @param key what it was posted with
    synchronized void answered(String key, Answer answer) {
        switch (answer) {
            case Answer.Accepted(AcceptedOrder order) -> accepted.add(order);
            case Answer.Rejected(String reason) -> rejections.put(key, reason);
            case Answer.Unanswered(String why) -> unanswered.merge(why, 1, Integer::sum);
        }
    }

    /// What a customer means to do with an order.
    synchronized void planned(UUID order, Scenario scenario) {
        scenarios.put(order, scenario);
    }

    /// The API's answer to a cancellation.
    synchronized void cancellation(String answer) {
        cancellations.merge(answer, 1, Integer::sum);
    }

    synchronized SortedMap<String, Integer> cancellations() {
        return new TreeMap<>(cancellations);
    }

    synchronized Map<UUID, Scenario> scenarios() {
        return new HashMap<>(scenarios);
    }

    synchronized int count() {
        return posted;
    }

    /// Those accepted since there were so many.
    synchronized List<AcceptedOrder> acceptedFrom(int index) {
        return List.copyOf(accepted.subList(index, accepted.size()));
    }

    synchronized SortedMap<String, Integer> rejected() {
        SortedMap<String, Integer> rejected = new TreeMap<>();
        rejections.values().forEach(reason -> rejected.merge(reason, 1, Integer::sum));
        return rejected;
    }

    /// Why each order was rejected, by its key.
    synchronized SortedMap<String, String> rejections() {
        return new TreeMap<>(rejections);
    }

    synchronized SortedMap<String, Integer> skipped() {
        return new TreeMap<>(skipped);
    }

    synchronized SortedMap<String, Integer> unanswered() {
        return new TreeMap<>(unanswered);
    }
}
