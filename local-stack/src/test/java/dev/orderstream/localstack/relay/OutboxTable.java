package dev.orderstream.localstack.relay;

import dev.orderstream.localstack.teststack.TestStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;

/// The outbox table as the services make it, and rows in it.
record OutboxTable(TestStack stack, String database) {

    private static final Path SCHEMA =
            Path.of(
                    "../event-delivery/src/main/resources/db/delivery/V0001__outbox_inbox_effect.sql");

    private static final String INSERT =
            """
            insert into outbox_event
                (id, topic, order_id, type, source, time, dataschema, correlation_id, causation_id, sequence, traceparent, payload)
            values (?, ?, ?, 'OrderCreated.v1', '/orders-service', '2026-11-22T08:58:59.857605Z', 'urn:schema', ?, ?, 7, '00-a-b-01', ?)
            """;

    void create() throws SQLException, IOException {
        execute(Files.readString(SCHEMA));
    }

    void execute(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// Returns the event's id.
    UUID insert(UUID orderId, String topic, String payload) throws SQLException {
        var id = UUID.randomUUID();
        try (var connection = connect();
                var statement = connection.prepareStatement(INSERT)) {
            statement.setObject(1, id);
            statement.setString(2, topic);
            statement.setObject(3, orderId);
            statement.setObject(4, orderId);
            statement.setObject(5, orderId);
            statement.setString(6, payload);
            statement.executeUpdate();
        }
        return id;
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                stack.jdbcUrl(database), stack.user(database), stack.password(database));
    }
}
