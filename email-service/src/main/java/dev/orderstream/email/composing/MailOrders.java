package dev.orderstream.email.composing;

import dev.orderstream.delivery.database.Database;
import dev.orderstream.email.composing.MailOrder.StoredMail;
import dev.orderstream.events.EmailOccasion;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The orders and their mails, a batch at a time: one statement each, whatever its size.
@ApplicationScoped
class MailOrders {

    private static final String ADD =
            """
            INSERT INTO mail_order AS o (order_id, details)
            SELECT * FROM unnest(?::uuid[], ?::text[])
            ON CONFLICT (order_id) DO UPDATE SET details = excluded.details
              WHERE o.details IS NULL AND excluded.details IS NOT NULL
            RETURNING order_id
            """;

    private static final String LOCK =
            """
            SELECT order_id, details IS NOT NULL AS known FROM mail_order WHERE order_id = ANY (?::uuid[])
            ORDER BY order_id FOR UPDATE
            """;

    /// A statement of its own, after the lock: a join would see the mails as of before the wait.
    private static final String MAILS =
            "SELECT order_id, occasion, turn FROM mail WHERE order_id = ANY (?::uuid[])";

    private static final String SAVE_MAILS =
            """
            INSERT INTO mail AS m (order_id, occasion, state, turn)
            SELECT order_id, occasion, CASE WHEN turn IS NULL THEN 'REQUESTED' ELSE 'WAITING' END, turn
            FROM unnest(?::uuid[], ?::text[], ?::text[]) AS t(order_id, occasion, turn)
            ORDER BY order_id, occasion
            ON CONFLICT (order_id, occasion) DO UPDATE
              SET state = excluded.state, turn = excluded.turn, changed_at = now()
              WHERE m.state = 'WAITING'
            """;

    private final Database database;
    private final Json json;

    MailOrders(Database database, Json json) {
        this.database = database;
        this.json = json;
    }

    /// Makes the orders that nothing was known about yet, and stores the details that came; the
    /// first ones stay. In the order of the ids, so that two batches wait for each other and do not
    /// deadlock.
    ///
    /// @param brought the details of each order, sorted by order; null where none came
    /// @return the orders that are new, or known from now on
    Set<UUID> add(SortedMap<UUID, @Nullable OrderDetails> brought) {
        return Set.copyOf(
                database.query(
                        ADD,
                        row -> Database.uuid(row, "order_id"),
                        List.copyOf(brought.keySet()),
                        brought.values().stream().map(json::writeOrNull).toList()));
    }

    /// Locks these orders, which have a row, in the order of their ids.
    Map<UUID, MailOrder> lock(List<UUID> orderIds) {
        Map<UUID, MailOrder> locked = new LinkedHashMap<>();
        database.query(LOCK, MailOrders::readOrder, orderIds)
                .forEach(order -> locked.put(order.orderId(), order));
        database.query(MAILS, this::readMail, orderIds)
                .forEach(mail ->
                        locked.computeIfPresent(mail.orderId(), (_, order) -> order.having(mail)));
        return locked;
    }

    /// Stores the mails that changed.
    void save(Map<UUID, MailOrder> before, Map<UUID, MailOrder> after) {
        List<StoredMail> mails = new ArrayList<>();
        before.forEach((orderId, order) ->
                mails.addAll(after.getOrDefault(orderId, order).changesSince(order)));
        if (!mails.isEmpty()) {
            saveMails(mails);
        }
    }

    private void saveMails(List<StoredMail> mails) {
        database.update(
                SAVE_MAILS,
                mails.stream().map(StoredMail::orderId).toList(),
                mails.stream().map(StoredMail::occasion).toList(),
                mails.stream().map(StoredMail::waiting).map(json::writeOrNull).toList());
    }

    private static MailOrder readOrder(ResultSet row) throws SQLException {
        return new MailOrder(
                Database.uuid(row, "order_id"), row.getBoolean("known"), Map.of(), Set.of());
    }

    private StoredMail readMail(ResultSet row) throws SQLException {
        return new StoredMail(
                Database.uuid(row, "order_id"),
                EmailOccasion.valueOf(row.getString("occasion")),
                json.readOrNull(row.getString("turn"), Turn.class));
    }
}
