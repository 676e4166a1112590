package dev.orderstream.operations.stack;

import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import java.util.UUID;

/// The services' databases, read as their owners read them and never written.
public final class Databases {

    /// Keeps the answer to one array of ids well below what a client holds at once.
    private static final int IDS_A_QUERY = 10_000;

    private static final int ROWS_A_FETCH = 5_000;
    private static final int CONNECT_TIMEOUT_S = 5;
    private static final int SOCKET_TIMEOUT_S = 120;

    private final String address;
    private final Secrets secrets;

    Databases(String address, Secrets secrets) {
        this.address = address;
        this.secrets = secrets;
    }

    /// Takes one row of an answer.
    @FunctionalInterface
    public interface RowTaker {
        void take(ResultSet row) throws SQLException;
    }

    /// Reads what a query with one `uuid[]` parameter finds for these ids.
    public void forEach(String database, String sql, Collection<UUID> ids, RowTaker taker)
            throws SQLException {
        List<UUID> all = new ArrayList<>(ids);
        try (Connection connection = connect(database)) {
            for (int from = 0; from < all.size(); from += IDS_A_QUERY) {
                List<UUID> some = all.subList(from, Math.min(all.size(), from + IDS_A_QUERY));
                Array array = connection.createArrayOf("uuid", some.toArray());
                read(connection, sql, taker, array);
            }
        }
    }

    /// Reads what a query finds.
    public void forEach(String database, String sql, RowTaker taker, Object... parameters)
            throws SQLException {
        try (Connection connection = connect(database)) {
            read(connection, sql, taker, parameters);
        }
    }

    private static void read(
            Connection connection, String sql, RowTaker taker, Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(ROWS_A_FETCH);
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    taker.take(rows);
                }
            }
        }
    }

    private Connection connect(String database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", database);
        properties.setProperty("password", secrets.postgres(database));
        properties.setProperty("ApplicationName", "orderstream");
        properties.setProperty("connectTimeout", Integer.toString(CONNECT_TIMEOUT_S));
        properties.setProperty("socketTimeout", Integer.toString(SOCKET_TIMEOUT_S));
        Connection connection =
                DriverManager.getConnection(
                        "jdbc:postgresql://" + address + "/" + database, properties);
        // A cursor, and with it the fetch size, needs a transaction.
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        return connection;
    }
}
