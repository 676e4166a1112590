package dev.orderstream.localstack.launcher;

import dev.orderstream.localstack.process.Together;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/// What has been started and how to stop it. Once stopping has begun, what is added is stopped at
/// once.
final class Stoppers {

    private final Map<Layer, List<Runnable>> byLayer = new EnumMap<>(Layer.class);
    private boolean stopping;

    void add(Layer layer, Runnable stopper) {
        synchronized (this) {
            if (!stopping) {
                byLayer.computeIfAbsent(layer, any -> new ArrayList<>()).add(stopper);
                return;
            }
        }
        stopper.run();
    }

    synchronized boolean stopping() {
        return stopping;
    }

    /// True for the caller that is to stop everything; false if another one is doing so.
    synchronized boolean begin() {
        var first = !stopping;
        stopping = true;
        return first;
    }

    /// Stops the layers last to first, and the members of a layer together. A layer that fails does
    /// not keep those below it from being stopped.
    void stop(BiConsumer<Layer, RuntimeException> failed) {
        for (var layer : List.of(Layer.values()).reversed()) {
            try {
                Together.run(byLayer.getOrDefault(layer, List.of()).toArray(Runnable[]::new));
            } catch (RuntimeException e) {
                failed.accept(layer, e);
            }
        }
    }
}
