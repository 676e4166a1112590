package dev.orderstream.orders.webhooks;

import dev.orderstream.delivery.database.Database;
import dev.orderstream.delivery.outbox.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The endpoints of all owners.
@ApplicationScoped
class Endpoints {

    private final Database database;
    private final WebhooksConfig config;
    private final Clock clock;

    Endpoints(Database database, WebhooksConfig config, Clock clock) {
        this.database = database;
        this.config = config;
        this.clock = clock;
    }

    /// Stores a new endpoint, unless the owner has as many as one may have.
    @Transactional
    Optional<EndpointSecret> register(String owner, URI url) {
        // Those of one owner one after the other, so that two at once are counted as two.
        var _ =
                database.query(
                        "SELECT pg_advisory_xact_lock(hashtextextended('webhook ' || ?::text, 0))",
                        row -> true,
                        owner);
        UUID id = Ids.next();
        Secret secret = Secret.fresh();
        int stored =
                database.update(
                        """
                        INSERT INTO webhook_endpoint (id, owner, url, secret, created_at)
                        SELECT ?::uuid, ?::text, ?::text, ?::text, ?::timestamptz
                        WHERE (SELECT count(*) FROM webhook_endpoint WHERE owner = ?) < ?
                        """,
                        id,
                        owner,
                        url.toString(),
                        secret.text(),
                        clock.instant(),
                        owner,
                        config.endpointsMax());
        return stored == 0
                ? Optional.empty()
                : Optional.of(EndpointSecret.of(id, url.toString(), secret, null));
    }

    /// The endpoints of an owner, oldest first.
    @Transactional
    List<EndpointView> of(String owner) {
        return database.query(
                """
                SELECT id, url, created_at, disabled_at FROM webhook_endpoint
                WHERE owner = ? ORDER BY id
                """,
                row ->
                        new EndpointView(
                                Database.uuid(row, "id"),
                                row.getString("url"),
                                Database.instant(row, "created_at"),
                                Database.instantOrNull(row, "disabled_at")),
                owner);
    }

    /// Whether the owner had such an endpoint; what waits to be sent to it is dropped when its time
    /// comes.
    @Transactional
    boolean delete(UUID id, String owner) {
        return database.update("DELETE FROM webhook_endpoint WHERE id = ? AND owner = ?", id, owner)
                == 1;
    }

    /// Gives an endpoint a new secret; the one before signs too for a while, and the one before
    /// that no longer does.
    @Transactional
    Optional<EndpointSecret> rotate(UUID id, String owner) {
        Secret secret = Secret.fresh();
        Instant until = clock.instant().plus(config.previousSecretFor());
        return database
                .query(
                        """
                        UPDATE webhook_endpoint
                        SET previous_secret = secret, previous_secret_until = ?, secret = ?
                        WHERE id = ? AND owner = ?
                        RETURNING url
                        """,
                        row -> EndpointSecret.of(id, row.getString("url"), secret, until),
                        until,
                        secret.text(),
                        id,
                        owner)
                .stream()
                .findFirst();
    }

    /// Notes that the receiver is gone.
    void disable(UUID id, Instant at) {
        int _ =
                database.update(
                        """
                        UPDATE webhook_endpoint SET disabled_at = ?
                        WHERE id = ? AND disabled_at IS NULL
                        """,
                        at,
                        id);
    }

    /// Whether messages are sent to it.
    boolean enabled(UUID id) {
        return !database.query(
                        "SELECT id FROM webhook_endpoint WHERE id = ? AND disabled_at IS NULL",
                        row -> true,
                        id)
                .isEmpty();
    }
}
