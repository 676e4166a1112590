package dev.orderstream.localstack.postgres;

import dev.orderstream.localstack.Service;
import dev.orderstream.localstack.StackException;
import java.sql.SQLException;

/// Makes the replication slots before a service can write its first event: what is written between
/// a slot and its first reader is kept, and what is written before its slot would never be relayed.
/// Where events may have been written, a missing slot is left to the relay's keeper, which has them
/// told again.
public final class RelaySlots {

    /// A slot for failover, which standbys have too; one that Debezium makes itself is not.
    public static final String CREATE =
            "select pg_create_logical_replication_slot(?, 'pgoutput', failover => true)::text";

    private static final String CREATE_FIRST =
            CREATE
                    + """
                     where not exists (select from pg_replication_slots where slot_name = ?)
                      and to_regclass('public.relay_gap') is null
                    """;

    private RelaySlots() {}

    public static void make(PostgresServer server) {
        for (var service : Service.values()) {
            make(server, service.database());
        }
    }

    public static void make(PostgresServer server, String database) {
        var slot = database + "_outbox";
        try (var connection = server.connect(database);
                var statement = connection.prepareStatement(CREATE_FIRST)) {
            statement.setString(1, slot);
            statement.setString(2, slot);
            statement.execute();
        } catch (SQLException e) {
            throw new StackException(
                    "Could not make replication slot " + slot + ": " + e.getMessage(), e);
        }
    }
}
