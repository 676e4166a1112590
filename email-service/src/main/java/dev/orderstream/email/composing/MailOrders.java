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
import java.util.UUID;

/// The orders and their mails, a batch at a time: one statement each, whatever its size.
@ApplicationScoped
class MailOrders {

    private static final String LOCK =
            """
            SELECT order_id, details FROM mail_order WHERE order_id = ANY (?::uuid[])
            ORDER BY order_id FOR UPDATE
            """;

    /// A statement of its own, after the lock: a join would see the mails as of before the wait.
    private static final String MAILS =
            "SELECT order_id, occasion, turn FROM mail WHERE order_id = ANY (?::uuid[])";

    private static final String SAVE_DETAILS =
            """
            UPDATE mail_order AS o SET details = t.details
            FROM unnest(?::uuid[], ?::text[]) AS t(order_id, details)
            WHERE o.order_id = t.order_id AND o.details IS NULL
            """;

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

    /// Locks these orders in the order of their ids, so that two batches wait for each other and do
    /// not deadlock; makes those that nothing was known about yet.
    ///
    /// @param orderIds sorted
    Map<UUID, MailOrder> lock(List<UUID> orderIds) {
        database.update(
                "INSERT INTO mail_order (order_id) SELECT unnest(?::uuid[]) ON CONFLICT DO NOTHING",
                orderIds);
        Map<UUID, MailOrder> locked = new LinkedHashMap<>();
        database.query(LOCK, this::readOrder, orderIds)
                .forEach(order -> locked.put(order.orderId(), order));
        database.query(MAILS, this::readMail, orderIds)
                .forEach(mail ->
                        locked.computeIfPresent(mail.orderId(), (_, order) -> order.having(mail)));
        return locked;
    }

    /// Stores what changed.
    void save(Map<UUID, MailOrder> before, Map<UUID, MailOrder> after) {
        List<UUID> orderIds = new ArrayList<>();
        List<String> details = new ArrayList<>();
        List<StoredMail> mails = new ArrayList<>();
        before.forEach((orderId, order) -> {
            MailOrder now = after.getOrDefault(orderId, order);
            mails.addAll(now.changesSince(order));
            OrderDetails known = now.details();
            if (order.details() == null && known != null) {
                orderIds.add(orderId);
                details.add(json.write(known));
            }
        });
        if (!orderIds.isEmpty()) {
            database.update(SAVE_DETAILS, orderIds, details);
        }
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

    private MailOrder readOrder(ResultSet row) throws SQLException {
        return new MailOrder(
                Database.uuid(row, "order_id"),
                json.readOrNull(row.getString("details"), OrderDetails.class),
                Map.of(),
                Set.of());
    }

    private StoredMail readMail(ResultSet row) throws SQLException {
        return new StoredMail(
                Database.uuid(row, "order_id"),
                EmailOccasion.valueOf(row.getString("occasion")),
                json.readOrNull(row.getString("turn"), Turn.class));
    }
}
