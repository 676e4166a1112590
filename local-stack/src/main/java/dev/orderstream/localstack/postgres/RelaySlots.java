package dev.orderstream.localstack.postgres;

import dev.orderstream.localstack.Service;
import dev.orderstream.localstack.StackException;
import java.sql.SQLException;

/// Makes the replication slots before a service can write its first event: what is written between
/// a slot and its first reader is kept, and what is written before its slot would never be relayed.
public final class RelaySlots {

    private static final String CREATE =
            """
            select pg_create_logical_replication_slot(?, 'pgoutput')
            where not exists (select from pg_replication_slots where slot_name = ?)
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
                var statement = connection.prepareStatement(CREATE)) {
            statement.setString(1, slot);
            statement.setString(2, slot);
            statement.execute();
        } catch (SQLException e) {
            throw new StackException(
                    "Could not make replication slot " + slot + ": " + e.getMessage(), e);
        }
    }
}
