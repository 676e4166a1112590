package dev.orderstream.localstack.gateway;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The change that the first request under each idempotency key made, for as long as the gateway
/// documents; not thread-safe.
final class RememberedResults {

    static final long KEPT_S = 24 * 3600;

    /// In the order in which they were made.
    private final Map<String, Change> byKey = new LinkedHashMap<>();

    /// Forgets, too, what is older than it is kept when this change is made.
    void put(String key, Change change) {
        byKey.remove(key);
        byKey.put(key, change);
        Iterator<Change> eldest = byKey.values().iterator();
        while (eldest.hasNext() && tooOld(eldest.next(), change.at())) {
            eldest.remove();
        }
    }

    /// @param now seconds since the epoch
    @Nullable Change get(String key, long now) {
        Change change = byKey.get(key);
        return change == null || tooOld(change, now) ? null : change;
    }

    int size() {
        return byKey.size();
    }

    void clear() {
        byKey.clear();
    }

    private static boolean tooOld(Change change, long now) {
        return change.at() <= now - KEPT_S;
    }
}
