package dev.orderstream.localstack.postgres;

import dev.orderstream.localstack.Service;
import dev.orderstream.localstack.StackException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Makes a role and a database for each service, and the role Debezium replicates with. Doing it
/// again changes nothing.
public final class PostgresProvisioning {

    /// Each service owns the database of its name, and nobody else may connect to it but Debezium.
    private static final List<String> DATABASES =
            Arrays.stream(Service.values()).map(Service::database).toList();

    public static final String REPLICATOR = "debezium";

    private final PostgresServer server;
    private final Map<String, String> passwords;

    /// `passwords` holds one by role, of letters, digits, `-` and `_` only.
    public PostgresProvisioning(PostgresServer server, Map<String, String> passwords) {
        this.server = server;
        this.passwords = Map.copyOf(passwords);
    }

    public void apply() {
        try (var connection = server.connect("postgres")) {
            role(connection, REPLICATOR, "REPLICATION");
            for (var database : DATABASES) {
                role(connection, database, "NOREPLICATION");
                database(connection, database);
            }
        } catch (SQLException e) {
            throw new StackException("Could not make the databases: " + e.getMessage(), e);
        }
    }

    private void role(Connection connection, String role, String attribute) throws SQLException {
        if (!exists(connection, "select from pg_roles where rolname = ?", role)) {
            execute(connection, "create role " + role);
        }
        execute(
                connection,
                "alter role %s login %s password '%s'".formatted(role, attribute, password(role)));
    }

    private void database(Connection connection, String database) throws SQLException {
        if (!exists(connection, "select from pg_database where datname = ?", database)) {
            execute(connection, "create database %s owner %s".formatted(database, database));
        }
        execute(connection, "revoke all on database %s from public".formatted(database));
        execute(connection, "grant connect on database %s to %s".formatted(database, REPLICATOR));
        try (var inside = server.connect(database)) {
            execute(inside, "grant usage on schema public to " + REPLICATOR);
        }
    }

    private String password(String role) {
        var password = passwords.get(role);
        if (password == null || !password.matches("[A-Za-z0-9_-]+")) {
            throw new IllegalArgumentException("no usable password for role " + role);
        }
        return password;
    }

    private static boolean exists(Connection connection, String sql, String name)
            throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
