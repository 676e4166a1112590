package dev.orderstream.localstack.relay;

import dev.orderstream.localstack.connect.RelayDatabase;
import dev.orderstream.localstack.postgres.RelaySlots;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/// The replication slot of one service's outbox, with the rights that Debezium has.
///
/// A slot is lost when it would hold back more of the log than the server keeps for it, and missing
/// in a restored database. What it did not relay is told again from the outbox.
final class OutboxSlot implements AutoCloseable {

    /// What can be said of a slot.
    enum State {
        GOOD,
        LOST,
        MISSING,
        /// Debezium made one itself where there was none: it has nothing of what came before. Only
        /// ours are for failover.
        REPLACED,
        /// The service has not made its tables: there is nothing to relay yet.
        UNUSED
    }

    private static final int SECONDS_MAX = 30;

    private final String database;
    private final Connection connection;

    private OutboxSlot(String database, Connection connection) {
        this.database = database;
        this.connection = connection;
    }

    static OutboxSlot open(RelayDatabase server, String database) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", server.user());
        properties.setProperty("password", server.password());
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", Integer.toString(2 * SECONDS_MAX));
        return new OutboxSlot(
                database,
                Objects.requireNonNull(new Driver().connect(server.jdbcUrl(database), properties)));
    }

    String connector() {
        return database + "-outbox";
    }

    private String slot() {
        return database + "_outbox";
    }

    State state() throws SQLException {
        return State.valueOf(
                one(
                        """
                        SELECT CASE WHEN to_regclass('relay_gap') IS NULL THEN 'UNUSED'
                                    WHEN slot_name IS NULL THEN 'MISSING'
                                    WHEN NOT failover THEN 'REPLACED'
                                    WHEN wal_status = 'lost' THEN 'LOST'
                                    ELSE 'GOOD' END
                        FROM (SELECT ?::name AS wanted) AS this
                        LEFT JOIN pg_replication_slots ON slot_name = wanted
                        """,
                        slot()));
    }

    boolean hasGap() throws SQLException {
        return Boolean.parseBoolean(one("SELECT (count(*) > 0)::text FROM relay_gap"));
    }

    /// Makes the slot anew, after it was written down what is to be told again: if this breaks off
    /// anywhere, doing it again goes on from there. The connector must not use the slot.
    void remake(State state) throws SQLException {
        one(
                """
                SELECT relay_gap_open((SELECT confirmed_flush_lsn FROM pg_replication_slots
                                       WHERE slot_name = ? AND failover))::text
                """,
                slot());
        if (state != State.MISSING) {
            one("SELECT pg_drop_replication_slot(?)::text", slot());
        }
        one(RelaySlots.CREATE, slot());
    }

    /// Tells up to so many events again that the slot before did not relay.
    ///
    /// @return how many; the gap is closed when there were none
    long tellAgain(int countMax) throws SQLException {
        return Long.parseLong(one("SELECT relay_gap_tell(?::int)::text", countMax));
    }

    private String one(String sql, Object... parameters) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setQueryTimeout(SECONDS_MAX);
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (var rows = statement.executeQuery()) {
                rows.next();
                @Nullable String value = rows.getString(1);
                return value == null ? "" : value;
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
