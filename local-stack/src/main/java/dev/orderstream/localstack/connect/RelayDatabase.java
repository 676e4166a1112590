package dev.orderstream.localstack.connect;

import java.util.Map;

/// The values of the placeholders in the connector files: only hosts and secrets differ between one
/// place and another.
public record RelayDatabase(String host, int port, String user, String password) {

    /// Connectors may read variables of this prefix from the worker's environment and no others.
    public static final String PREFIX = "RELAY_DATABASE_";

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + host + ":" + port + "/" + database;
    }

    Map<String, String> environment() {
        return Map.of(
                PREFIX + "HOST", host,
                PREFIX + "PORT", Integer.toString(port),
                PREFIX + "USER", user,
                PREFIX + "PASSWORD", password);
    }
}
