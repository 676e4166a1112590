package dev.orderstream.operations.reconcile;

import dev.orderstream.events.EmailOccasion;
import dev.orderstream.operations.stack.Databases;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/// What email-service has stored.
final class EmailDatabase implements Source {

    private final Databases databases;

    EmailDatabase(Databases databases) {
        this.databases = databases;
    }

    @Override
    public void read(EvidenceFiles files) throws SQLException {
        databases.forEach(
                "email",
                "SELECT order_id, occasion, state FROM mail WHERE order_id = ANY(?)",
                files.orders(),
                row -> mail(row, files));
    }

    private static void mail(ResultSet row, EvidenceFiles files) throws SQLException {
        StoredMail mail =
                new StoredMail(
                        EmailOccasion.valueOf(row.getString("occasion")),
                        state(row.getString("state")));
        files.of(row.getObject("order_id", UUID.class)).ifPresent(found -> found.mails.add(mail));
    }

    private static StoredMail.State state(String column) {
        return switch (column) {
            case "SENT" -> StoredMail.State.SENT;
            case "REFUSED" -> StoredMail.State.REFUSED;
            case "UNKNOWN" -> StoredMail.State.UNKNOWN;
            default -> StoredMail.State.DUE;
        };
    }
}
