package dev.orderstream.localstack.gateway;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Objects of one kind by id, in the order in which they were created; not thread-safe.
final class Shelf<T> {

    /// A page as the gateway lists: newest first.
    record Page<T>(List<T> data, boolean hasMore) {}

    private final List<T> inOrder = new ArrayList<>();
    private final Map<String, Integer> positions = new HashMap<>();

    void put(String id, T value) {
        Integer position = positions.putIfAbsent(id, inOrder.size());
        if (position == null) {
            inOrder.add(value);
        } else {
            inOrder.set(position, value);
        }
    }

    @Nullable T get(String id) {
        Integer position = positions.get(id);
        return position == null ? null : inOrder.get(position);
    }

    boolean has(String id) {
        return positions.containsKey(id);
    }

    List<T> all() {
        return new ArrayList<>(inOrder);
    }

    void clear() {
        inOrder.clear();
        positions.clear();
    }

    /// @param startingAfter the page holds what is older than this one
    Page<T> older(@Nullable String startingAfter, int limit, Predicate<T> wanted) {
        List<T> page = new ArrayList<>();
        int from = startingAfter == null ? inOrder.size() : position(startingAfter);
        for (int i = from - 1; i >= 0; i--) {
            if (wanted.test(inOrder.get(i))) {
                if (page.size() == limit) {
                    return new Page<>(page, true);
                }
                page.add(inOrder.get(i));
            }
        }
        return new Page<>(page, false);
    }

    /// @param endingBefore the page holds what is newer than this one, the nearest of them
    Page<T> newer(String endingBefore, int limit, Predicate<T> wanted) {
        List<T> page = new ArrayList<>();
        for (int i = position(endingBefore) + 1; i < inOrder.size(); i++) {
            if (wanted.test(inOrder.get(i))) {
                if (page.size() == limit) {
                    return new Page<>(page.reversed(), true);
                }
                page.add(inOrder.get(i));
            }
        }
        return new Page<>(page.reversed(), false);
    }

    private int position(String id) {
        Integer position = positions.get(id);
        if (position == null) {
            throw new IllegalArgumentException(id);
        }
        return position;
    }
}
