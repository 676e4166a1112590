package dev.orderstream.localstack.relay;

import dev.orderstream.localstack.teststack.TestStack;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;

/// The outbox table as the services make it, and rows in it.
record OutboxTable(TestStack stack, String database) {

    private static final String SCHEMA =
            """
            create table outbox_event (
                id uuid not null, created_at timestamptz not null default now(), topic text not null,
                order_id uuid not null, ce_specversion text not null default '1.0', type text not null,
                source text not null, time timestamptz not null, dataschema text not null,
                correlation_id text not null, causation_id text, sequence bigint not null,
                content_type text not null default 'application/json', traceparent text, payload text not null
            ) partition by range (created_at);
            create table outbox_event_all partition of outbox_event default;
            create table relay_heartbeat (at timestamptz not null);
            create publication outbox for table outbox_event, relay_heartbeat
                with (publish = 'insert', publish_via_partition_root = true);
            grant select on outbox_event to debezium;
            grant insert on relay_heartbeat to debezium
            """;

    private static final String INSERT =
            """
            insert into outbox_event
                (id, topic, order_id, type, source, time, dataschema, correlation_id, causation_id, sequence, traceparent, payload)
            values (?, ?, ?, 'OrderCreated.v1', '/orders-service', '2026-11-22T08:58:59.857605Z', 'urn:schema', ?, null, 7, '00-a-b-01', ?)
            """;

    void create() throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(SCHEMA);
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
            statement.setString(4, orderId.toString());
            statement.setString(5, payload);
            statement.executeUpdate();
        }
        return id;
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                stack.jdbcUrl(database), stack.user(database), stack.password(database));
    }
}
