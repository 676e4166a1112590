package dev.orderstream.orders.lifecycle;

import dev.orderstream.events.Event;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/// The ends that some events can come to, told in any order and each of them once or twice.
///
/// All permutations up to [#EXHAUSTIVE_MAX] events, each also with every event told a second time
/// at every later place; beyond that, as many random orders of all events told twice.
///
/// @param start what is known before any event
/// @param with what is known after one more
record Orderings<S>(S start, BiFunction<S, Event, S> with) {

    static final int EXHAUSTIVE_MAX = 7;

    private static final int RANDOM_ORDERS = 20_000;

    /// @param seed of the random orders
    Set<S> ends(List<Event> events, long seed) {
        Set<S> ends = new HashSet<>();
        if (events.size() <= EXHAUSTIVE_MAX) {
            permute(events, new ArrayList<>(), start, (told, end) -> again(told, end, ends));
        } else {
            random(events, new Random(seed), ends);
        }
        return ends;
    }

    private void permute(
            List<Event> left, List<Event> told, S known, BiConsumer<List<Event>, S> atEnd) {
        if (left.isEmpty()) {
            atEnd.accept(told, known);
        }
        for (int i = 0; i < left.size(); i++) {
            List<Event> rest = new ArrayList<>(left);
            Event next = rest.remove(i);
            told.add(next);
            permute(rest, told, with.apply(known, next), atEnd);
            told.removeLast();
        }
    }

    private void again(List<Event> told, S end, Set<S> ends) {
        ends.add(end);
        for (int first = 0; first < told.size(); first++) {
            for (int second = first + 1; second <= told.size(); second++) {
                List<Event> twice = new ArrayList<>(told);
                twice.add(second, told.get(first));
                ends.add(fold(twice));
            }
        }
    }

    private void random(List<Event> events, Random random, Set<S> ends) {
        List<Event> twice = new ArrayList<>(events);
        twice.addAll(events);
        for (int i = 0; i < RANDOM_ORDERS; i++) {
            Collections.shuffle(twice, random);
            ends.add(fold(twice));
        }
    }

    private S fold(List<Event> told) {
        S known = start;
        for (Event event : told) {
            known = with.apply(known, event);
        }
        return known;
    }
}
