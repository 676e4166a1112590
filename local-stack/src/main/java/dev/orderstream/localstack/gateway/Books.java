package dev.orderstream.localstack.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// All that the gateway knows: every change is journalled first, then seen, one after the other.
final class Books implements AutoCloseable {

    /// The shelves, to be read and written under the lock only.
    static final class State {
        final Shelf<PaymentIntent> intents = new Shelf<>();
        final Shelf<Charge> charges = new Shelf<>();
        final Shelf<Refund> refunds = new Shelf<>();
        final Shelf<GatewayEvent> events = new Shelf<>();
        private final RememberedResults remembered = new RememberedResults();
        private final Map<String, GatewayEvent> undelivered = new LinkedHashMap<>();

        private void apply(Change change) {
            if (change.intent() != null) {
                intents.put(change.intent().id(), change.intent());
            }
            if (change.charge() != null) {
                charges.put(change.charge().id(), change.charge());
            }
            if (change.refund() != null) {
                refunds.put(change.refund().id(), change.refund());
            }
            change.events().forEach(mark -> apply(new GatewayEvent(mark, change)));
            if (change.remembered() != null) {
                remembered.put(change.remembered().key(), change);
            }
            if (change.delivered() != null) {
                undelivered.remove(change.delivered());
            }
        }

        private void apply(GatewayEvent event) {
            events.put(event.id(), event);
            if (event.mark().webhook()) {
                undelivered.put(event.id(), event);
            }
        }

        private void clear() {
            intents.clear();
            charges.clear();
            refunds.clear();
            events.clear();
            remembered.clear();
            undelivered.clear();
        }

        boolean awaitsDelivery(String event) {
            return undelivered.containsKey(event);
        }
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final State state;
    private final Journal journal;

    /// @param state what the journal tells
    Books(State state, Journal journal) {
        this.state = state;
        this.journal = journal;
    }

    static Books open(Path directory) throws IOException {
        Files.createDirectories(directory);
        State state = new State();
        return new Books(state, Journal.open(directory.resolve("journal.jsonl"), state::apply));
    }

    <T extends @Nullable Object> T read(Function<State, T> question) {
        lock.lock();
        try {
            return question.apply(state);
        } finally {
            lock.unlock();
        }
    }

    /// Decides on the present state and keeps the decision; nothing is kept where deciding throws.
    Change change(Function<State, Change> decide) {
        return locked(() -> {
            Change change = decide.apply(state);
            append(change);
            state.apply(change);
            return change;
        });
    }

    void delivered(String event) {
        locked(() -> {
            Change change = Change.delivered(event);
            if (state.awaitsDelivery(event)) {
                append(change);
                state.apply(change);
            }
            return change;
        });
    }

    @Nullable Change remembered(String key) {
        return read(s -> s.remembered.get(key, Change.now()));
    }

    List<GatewayEvent> undelivered() {
        return read(s -> new ArrayList<>(s.undelivered.values()));
    }

    void clear() {
        locked(() -> {
            try {
                journal.clear();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            state.clear();
            return state;
        });
    }

    private void append(Change change) {
        try {
            journal.append(change);
        } catch (IOException e) {
            throw new UncheckedIOException("The gateway's journal cannot be written", e);
        }
    }

    private <T> T locked(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }
}
