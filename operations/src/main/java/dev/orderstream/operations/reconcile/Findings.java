package dev.orderstream.operations.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Collects what rules find about one order.
final class Findings {

    private final UUID order;
    private final List<Difference> differences = new ArrayList<>();

    Findings(UUID order) {
        this.order = order;
    }

    void expect(String rule, @Nullable Object expected, @Nullable Object found) {
        if (!Objects.equals(expected, found)) {
            add(rule, expected, found);
        }
    }

    void atMost(String rule, int most, int found) {
        if (found > most) {
            add(rule, "at most " + most, found);
        }
    }

    void none(String rule, List<?> found) {
        if (!found.isEmpty()) {
            add(rule, "none", found);
        }
    }

    List<Difference> differences() {
        return differences;
    }

    private void add(String rule, @Nullable Object expected, @Nullable Object found) {
        differences.add(new Difference(order.toString(), rule, text(expected), text(found)));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "nothing" : value.toString();
    }
}
