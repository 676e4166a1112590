package dev.orderstream.delivery.database;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import org.jspecify.annotations.Nullable;

/// Whether trying again can help: the one place that reads an SQLSTATE.
public enum Failure {
    /// The database is away, starting or full: wait, whatever it takes.
    UNAVAILABLE,
    /// Lost against another transaction (serialization, deadlock): again at once.
    CONFLICT,
    /// Ours: a bug, or data that cannot be stored.
    PERMANENT;

    /// What kind of failure this is, by the first SQL error among its causes.
    public static Failure of(Throwable failure) {
        int depthMax = 20;
        @Nullable Throwable cause = failure;
        for (int depth = 0; cause != null && depth < depthMax; depth++) {
            if (cause instanceof SQLException sql) {
                return of(sql);
            }
            cause = cause.getCause();
        }
        return PERMANENT;
    }

    private static Failure of(SQLException sql) {
        String state = sql.getSQLState();
        if (state == null) {
            // The pool's own: no connection to be had, or none in time.
            return UNAVAILABLE;
        }
        return switch (state.substring(0, Math.min(2, state.length()))) {
            case "40", "55" -> CONFLICT;
            // connection; resources; operator intervention (shutdown, starting up); system error;
            // a password that is being changed, a database that is being restored
            case "08", "53", "57", "58", "28", "3D" -> UNAVAILABLE;
            default ->
                    sql instanceof SQLTransientException || isNotNow(state)
                            ? UNAVAILABLE
                            : PERMANENT;
        };
    }

    /// Of the errors about transactions, most of which are bugs: it takes no writes, as a standby
    /// or a full one does; it ended a transaction that took too long.
    private static boolean isNotNow(String state) {
        return switch (state) {
            case "25006", "25P03", "25P04" -> true;
            default -> false;
        };
    }
}
