package dev.orderstream.operations.demo;

import dev.orderstream.operations.reconcile.Difference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Finds orders that are stored although the storefront never heard so.
final class Untold {

    private static final String RULE = "stored-iff-accepted";
    private static final String EXPECTED = "not stored";

    private Untold() {}

    /// @param told orders that were answered with 201
    /// @param stored orders by the key that they were posted with
    /// @param withoutKey orders that are stored under no key
    static List<Difference> differences(
            Set<UUID> told, Map<String, UUID> stored, Set<UUID> withoutKey) {
        List<Difference> untold = new ArrayList<>();
        stored.forEach((key, order) -> {
            if (!told.contains(order)) {
                untold.add(difference(order, "stored under key " + key));
            }
        });
        withoutKey.forEach(order -> untold.add(difference(order, "stored under no key")));
        return untold;
    }

    private static Difference difference(UUID order, String found) {
        return new Difference(order.toString(), RULE, EXPECTED, found);
    }
}
