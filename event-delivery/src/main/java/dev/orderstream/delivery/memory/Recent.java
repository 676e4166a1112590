package dev.orderstream.delivery.memory;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/// The values that were used last, as many as together weigh no more than so much.
///
/// For keys that are asked for a few times within seconds and then never again: a cache that admits
/// by frequency keeps none of them.
public final class Recent<K, V> {

    private final int weightMax;
    private final ToIntFunction<? super V> weight;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<K, V> values = new LinkedHashMap<>(16, 0.75f, true);
    private long total;

    /// Keeps so many values.
    public Recent(int countMax) {
        this(countMax, _ -> 1);
    }

    /// Keeps values that weigh so much together, by a weight of theirs that never changes.
    public Recent(int weightMax, ToIntFunction<? super V> weight) {
        this.weightMax = weightMax;
        this.weight = weight;
    }

    /// The value of this key, unless it was never put or too much else was used since.
    public @Nullable V get(K key) {
        lock.lock();
        try {
            return values.get(key);
        } finally {
            lock.unlock();
        }
    }

    public void put(K key, V value) {
        lock.lock();
        try {
            V old = values.put(key, value);
            total += weight.applyAsInt(value) - (old == null ? 0 : weight.applyAsInt(old));
            makeRoom();
        } finally {
            lock.unlock();
        }
    }

    private void makeRoom() {
        Iterator<V> leastRecent = values.values().iterator();
        while (total > weightMax && leastRecent.hasNext()) {
            total -= weight.applyAsInt(leastRecent.next());
            leastRecent.remove();
        }
    }
}
