package dev.orderstream.operations.reconcile;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/// What one collection has and another has not.
final class Sets {

    private Sets() {}

    static <T> List<T> minus(Collection<T> some, Set<T> others) {
        return some.stream().filter(one -> !others.contains(one)).toList();
    }
}
