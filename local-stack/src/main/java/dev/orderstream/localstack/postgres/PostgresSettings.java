package dev.orderstream.localstack.postgres;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Where a PostgreSQL server runs and who owns it.
public record PostgresSettings(
        Path binaries, Path home, Path log, String host, int port, String password) {

    /// The owner of the server; services and Debezium never use it.
    public static final String SUPERUSER = "postgres";

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + host + ":" + port + "/" + database;
    }

    Path dataDir() {
        return home.resolve("data");
    }

    /// The server's parameters as `-c` arguments.
    List<String> arguments() {
        var arguments = new ArrayList<String>();
        parameters().forEach((name, value) -> arguments.addAll(List.of("-c", name + "=" + value)));
        return arguments;
    }

    private Map<String, String> parameters() {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("listen_addresses", host);
        parameters.put("port", Integer.toString(port));
        parameters.put("unix_socket_directories", "");
        // What was acknowledged survives a power cut
        parameters.put("fsync", "on");
        // Debezium reads the log through a slot per database; a lost slot is made anew, a full
        // disk is not
        parameters.put("wal_level", "logical");
        parameters.put("max_replication_slots", "16");
        parameters.put("max_wal_senders", "16");
        parameters.put("max_slot_wal_keep_size", "4GB");
        parameters.put("max_wal_size", "2GB");
        parameters.put("max_connections", "200");
        parameters.put("shared_buffers", "256MB");
        parameters.put("password_encryption", "scram-sha-256");
        parameters.put("timezone", "UTC");
        parameters.put("log_timezone", "UTC");
        parameters.put("log_line_prefix", "%m [%p] %u@%d ");
        return parameters;
    }
}
