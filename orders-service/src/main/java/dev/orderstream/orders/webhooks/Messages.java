package dev.orderstream.orders.webhooks;

import dev.orderstream.delivery.database.Database;
import dev.orderstream.delivery.effects.Effect;
import dev.orderstream.orders.lifecycle.OrderStatus;
import dev.orderstream.orders.timeline.TimelineEntry;
import dev.orderstream.orders.timeline.TimelineStep;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// What is to be sent, read when it is sent.
@ApplicationScoped
class Messages {

    private final Database database;

    Messages(Database database) {
        this.database = database;
    }

    /// The message, unless its endpoint was deleted or disabled.
    @Transactional
    Optional<Message> of(Effect<WebhookInput> effect) {
        return database
                .query(
                        """
                        SELECT endpoint.owner, url, secret, order_id, event_id, at, step, detail, status,
                               CASE WHEN previous_secret_until > now() THEN previous_secret END
                                 AS previous_secret,
                               (SELECT count(*) FROM webhook_attempt WHERE effect_id = ?)
                                 AS attempts_before
                        FROM webhook_endpoint AS endpoint, timeline_entry JOIN order_state USING (order_id)
                        WHERE endpoint.id = ? AND disabled_at IS NULL
                          AND order_id = ? AND event_id = ?
                        """,
                        Messages::read,
                        effect.id(),
                        effect.input().endpointId(),
                        effect.orderId(),
                        effect.input().eventId())
                .stream()
                .findFirst();
    }

    private static Message read(ResultSet row) throws SQLException {
        UUID orderId = Database.uuid(row, "order_id");
        List<Secret> secrets =
                Stream.ofNullable(row.getString("previous_secret")).map(Secret::new).toList();
        return new Message(
                row.getString("owner"),
                URI.create(row.getString("url")),
                Stream.concat(Stream.of(new Secret(row.getString("secret"))), secrets.stream())
                        .toList(),
                new TimelineEntry(
                        orderId,
                        Database.instant(row, "at"),
                        TimelineStep.valueOf(row.getString("step")),
                        row.getString("detail"),
                        Database.uuid(row, "event_id")),
                OrderStatus.valueOf(row.getString("status")),
                row.getInt("attempts_before"));
    }
}
