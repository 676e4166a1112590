package dev.orderstream.delivery.database;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Runs plain SQL on the connection of the current transaction.
///
/// A `List` parameter is bound as one `text[]`: the statement casts it (`?::uuid[]`) and unnests
/// it, so that a batch is one round trip whatever its size.
@ApplicationScoped
public class Database {

    private final AgroalDataSource dataSource;

    Database(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /// Reads one row.
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /// All rows of a query, or of a statement with RETURNING.
    ///
    /// @throws DatabaseException when the statement fails
    public <T> List<T> query(String sql, RowReader<T> reader, @Nullable Object... parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = prepare(connection, sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            List<T> result = new ArrayList<>();
            while (rows.next()) {
                result.add(reader.read(rows));
            }
            return result;
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    /// The number of rows that a statement changed.
    ///
    /// @throws DatabaseException when the statement fails
    public int update(String sql, @Nullable Object... parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = prepare(connection, sql, parameters)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    /// A timestamptz column.
    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /// A timestamptz column that may be null.
    public static @Nullable Instant instantOrNull(ResultSet row, String column)
            throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    /// A uuid column.
    public static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static PreparedStatement prepare(
            Connection connection, String sql, @Nullable Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            bind(connection, statement, i + 1, parameters[i]);
        }
        return statement;
    }

    private static void bind(
            Connection connection, PreparedStatement statement, int index, @Nullable Object value)
            throws SQLException {
        switch (value) {
            case List<?> list ->
                    statement.setArray(index, connection.createArrayOf("text", texts(list)));
            case Instant instant -> statement.setObject(index, instant.atOffset(ZoneOffset.UTC));
            case null -> statement.setObject(index, null);
            default -> statement.setObject(index, value);
        }
    }

    private static @Nullable Object[] texts(List<?> list) {
        @Nullable Object[] texts = new @Nullable Object[list.size()];
        for (int i = 0; i < texts.length; i++) {
            Object element = list.get(i);
            texts[i] = element == null ? null : element.toString();
        }
        return texts;
    }
}
