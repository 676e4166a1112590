package dev.orderstream.delivery.database;

import java.sql.SQLException;

/// A statement failed; the cause carries the SQLSTATE.
public final class DatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DatabaseException(SQLException cause) {
        super("SQLSTATE " + cause.getSQLState(), cause);
    }
}
