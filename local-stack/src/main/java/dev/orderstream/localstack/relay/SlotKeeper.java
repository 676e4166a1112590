package dev.orderstream.localstack.relay;

import dev.orderstream.localstack.Service;
import dev.orderstream.localstack.connect.RelayDatabase;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/// Makes lost replication slots anew and has told again what they did not relay, for as long as it
/// runs. Every round asks anew and goes on with what it finds.
public final class SlotKeeper {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(10);

    /// While there is something to do.
    private static final Duration ROUND_EVERY = Duration.ofSeconds(1);

    /// So many events a round: the log must not grow faster than the relay reads.
    private static final int TELL_MAX = 10_000;

    private final ConnectApi connect;
    private final RelayDatabase database;
    private final Consumer<String> progress;
    private final Set<String> reported = new HashSet<>();

    /// `progress` hears of every change made, and once of each trouble.
    public SlotKeeper(ConnectApi connect, RelayDatabase database, Consumer<String> progress) {
        this.connect = connect;
        this.database = database;
        this.progress = progress;
    }

    /// Runs until the thread is interrupted.
    public void run() {
        Rounds.repeat(() -> round() ? LOOK_EVERY : ROUND_EVERY, this::report);
    }

    /// One look at every slot. True when each is good and nothing is left to tell again.
    boolean round() {
        var good = true;
        for (var service : Service.values()) {
            try (var slot = OutboxSlot.open(database, service.database())) {
                good &= keep(slot);
            } catch (SQLException e) {
                if (!isAway(e)) {
                    report(service.database() + ": " + e.getMessage());
                }
                good = false;
            } catch (IOException e) {
                // While Connect is away its own keeper says so
                good = false;
            }
        }
        if (good) {
            reported.clear();
        }
        return good;
    }

    private boolean keep(OutboxSlot slot) throws SQLException, IOException {
        var state = slot.state();
        return switch (state) {
            case UNUSED -> true;
            case GOOD -> !slot.hasGap() || tellAgain(slot);
            case LOST, MISSING, REPLACED -> {
                remake(slot, state);
                yield false;
            }
        };
    }

    /// The connector's own position is of the slot before and would keep it from starting.
    private void remake(OutboxSlot slot, OutboxSlot.State state) throws SQLException, IOException {
        var connector = connect.connectors().get(slot.connector());
        if (connector == null || !connector.stopped()) {
            report(slot.connector() + " has lost its replication slot: it is made anew");
            if (connector != null) {
                connect.stop(slot.connector());
            }
            return;
        }
        connect.forgetOffsets(slot.connector());
        slot.remake(state);
    }

    private boolean tellAgain(OutboxSlot slot) throws SQLException, IOException {
        var connector = connect.connectors().get(slot.connector());
        if (connector != null && connector.stopped()) {
            connect.resume(slot.connector());
        }
        long told = slot.tellAgain(TELL_MAX);
        if (told > 0) {
            progress.accept(slot.connector() + ": " + told + " kept events are told again");
        }
        return told == 0;
    }

    /// While the database is away there is nothing to keep, and others say so.
    private static boolean isAway(SQLException e) {
        var state = e.getSQLState();
        return state != null && (state.startsWith("08") || state.startsWith("57P"));
    }

    /// What stays as it is is said once.
    private void report(String trouble) {
        if (reported.add(trouble)) {
            progress.accept(trouble);
        }
    }
}
