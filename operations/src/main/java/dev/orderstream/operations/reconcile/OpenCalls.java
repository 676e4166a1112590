package dev.orderstream.operations.reconcile;

import dev.orderstream.operations.stack.Databases;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/// The calls to the outside world that are still to be made, or made again.
///
/// A clock calls nobody: one that goes on for an order that was cancelled meanwhile tells nothing.
final class OpenCalls implements Source {

    private static final List<String> DATABASES = List.of("payments", "shipping", "email");

    private final Databases databases;

    OpenCalls(Databases databases) {
        this.databases = databases;
    }

    @Override
    public void read(EvidenceFiles files) throws SQLException {
        for (String database : DATABASES) {
            databases.forEach(
                    database,
                    """
                    SELECT order_id, kind || ' ' || subject || ' ' || state AS call FROM effect
                    WHERE order_id = ANY(?) AND state <> 'DONE'
                      AND kind NOT IN ('hand-over', 'deliver')
                    """,
                    files.orders(),
                    row -> call(row, files));
        }
    }

    private static void call(ResultSet row, EvidenceFiles files) throws SQLException {
        String call = row.getString("call");
        files.of(row.getObject("order_id", UUID.class))
                .ifPresent(found -> found.openCalls.add(call));
    }
}
