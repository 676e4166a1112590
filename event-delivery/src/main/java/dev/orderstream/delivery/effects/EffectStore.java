package dev.orderstream.delivery.effects;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.orderstream.delivery.database.Database;
import dev.orderstream.delivery.outbox.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// The effect table: one statement a batch, whatever its size.
@ApplicationScoped
class EffectStore {

    private final Database database;
    private final ObjectMapper json;

    EffectStore(Database database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /// Stores effects; one that is begun is under lease from the start, as if it had been claimed.
    ///
    /// Looks first so as not to wait for a row that its worker is recording just now (the recorder
    /// locks effects before aggregates, a handler the other way round); the unique index decides.
    ///
    /// @return the ids of those that nobody had asked for before
    Set<UUID> insert(List<Requested> requests, Duration lease) {
        List<NewEffect> effects = requests.stream().map(Requested::effect).toList();
        return new HashSet<>(
                database.query(
                        """
                        INSERT INTO effect (id, kind, order_id, subject, state, attempt, next_attempt_at,
                                            lease_until, begun_at, input, causation_id, traceparent)
                        SELECT id, kind, order_id, subject,
                               CASE WHEN begun THEN 'RUNNING' ELSE 'PENDING' END,
                               begun::int,
                               due_at,
                               CASE WHEN begun THEN now() + ?::interval END,
                               CASE WHEN begun THEN now() END,
                               input, causation_id, traceparent
                        FROM unnest(?::uuid[], ?::boolean[], ?::text[], ?::uuid[], ?::text[],
                                    ?::timestamptz[], ?::text[], ?::uuid[], ?::text[])
                          AS t(id, begun, kind, order_id, subject, due_at, input, causation_id,
                               traceparent)
                        WHERE NOT EXISTS (SELECT FROM effect AS asked
                                          WHERE (asked.order_id, asked.kind, asked.subject)
                                                = (t.order_id, t.kind, t.subject))
                        ORDER BY order_id, kind, subject
                        ON CONFLICT (order_id, kind, subject) DO NOTHING
                        RETURNING id
                        """,
                        row -> Database.uuid(row, "id"),
                        lease.toString(),
                        requests.stream().map(Requested::id).toList(),
                        requests.stream().map(Requested::begun).toList(),
                        effects.stream().map(NewEffect::kind).toList(),
                        effects.stream().map(NewEffect::orderId).toList(),
                        effects.stream().map(NewEffect::subject).toList(),
                        effects.stream().map(NewEffect::dueAt).toList(),
                        effects.stream().map(effect -> write(effect.input())).toList(),
                        effects.stream().map(effect -> effect.cause().eventId()).toList(),
                        effects.stream().map(effect -> effect.cause().traceparent()).toList()));
    }

    /// Takes up to so many effects of a kind that are due since this time or later, the oldest
    /// first, skipping what another worker is taking just now.
    ///
    /// @param lostToo also those whose worker has lost its lease
    <I> List<Claimed<I>> claim(
            String kind,
            Class<I> inputType,
            Instant since,
            boolean lostToo,
            int countMax,
            Duration lease) {
        return database.query(
                """
                UPDATE effect AS e
                SET state = 'RUNNING', attempt = attempt + 1, lease_until = now() + ?::interval,
                    begun_at = coalesce(begun_at, now())
                FROM (SELECT order_id, kind, subject, state = 'RUNNING' AS abandoned FROM effect
                      WHERE kind = ? AND done_at IS NULL AND next_attempt_at BETWEEN ? AND now()
                        AND (state = 'PENDING' OR ? AND lease_until <= now())
                      ORDER BY next_attempt_at LIMIT ? FOR UPDATE SKIP LOCKED) AS due
                WHERE (e.order_id, e.kind, e.subject) = (due.order_id, due.kind, due.subject)
                RETURNING id, e.order_id, e.subject, input, attempt, begun_at, causation_id,
                          traceparent, next_attempt_at, abandoned
                """,
                row ->
                        new Claimed<>(
                                read(row, inputType),
                                Database.instant(row, "next_attempt_at"),
                                row.getBoolean("abandoned")),
                lease.toString(),
                kind,
                since,
                lostToo,
                countMax);
    }

    /// Marks effects done and forgets their input.
    ///
    /// @return the ids whose worker still held its lease; another worker answers for the others
    Set<UUID> finish(String kind, List<? extends Effect<?>> effects) {
        return new HashSet<>(
                database.query(
                        """
                        UPDATE effect
                        SET state = 'DONE', done_at = now(), input = NULL, last_problem = NULL
                        FROM unnest(?::uuid[], ?::text[], ?::int[])
                          AS done(order_id, subject, attempt)
                        WHERE (effect.order_id, effect.kind, effect.subject)
                              = (done.order_id, ?, done.subject)
                          AND effect.attempt = done.attempt AND state = 'RUNNING'
                        RETURNING id
                        """,
                        row -> Database.uuid(row, "id"),
                        effects.stream().map(Effect::orderId).toList(),
                        effects.stream().map(Effect::subject).toList(),
                        effects.stream().map(Effect::attempt).toList(),
                        kind));
    }

    /// Puts an effect back for a later attempt. It may never have been stored, and another request
    /// for the same call have been since: hence the id.
    void postpone(String kind, Effect<?> effect, Duration delay, String problem) {
        database.update(
                """
                UPDATE effect
                SET state = 'PENDING', next_attempt_at = now() + ?::interval, last_problem = ?
                WHERE (order_id, kind, subject) = (?, ?, ?) AND id = ?
                  AND attempt = ? AND state = 'RUNNING'
                """,
                delay.toString(),
                problem,
                effect.orderId(),
                kind,
                effect.subject(),
                effect.id(),
                effect.attempt());
    }

    /// What is open of a kind.
    Backlog backlog(String kind) {
        return database.query(
                        """
                        SELECT count(*) FILTER (WHERE next_attempt_at <= now()) AS due,
                               count(*) FILTER (WHERE last_problem IS NOT NULL) AS troubled,
                               greatest(0, extract(epoch FROM
                                 now() - min(coalesce(begun_at, next_attempt_at)))) AS oldest
                        FROM effect WHERE kind = ? AND done_at IS NULL
                        """,
                        row ->
                                new Backlog(
                                        row.getLong("due"),
                                        row.getLong("troubled"),
                                        row.getDouble("oldest")),
                        kind)
                .getFirst();
    }

    private <I> Effect<I> read(ResultSet row, Class<I> inputType) throws SQLException {
        return new Effect<>(
                Database.uuid(row, "id"),
                Database.uuid(row, "order_id"),
                row.getString("subject"),
                read(row.getString("input"), inputType),
                row.getInt("attempt"),
                Database.instant(row, "begun_at"),
                new Cause(row.getObject("causation_id", UUID.class), row.getString("traceparent")));
    }

    private <I> I read(String input, Class<I> type) {
        try {
            return json.readValue(input, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the stored input is not a " + type.getSimpleName(), e);
        }
    }

    private String write(Object input) {
        try {
            return json.writeValueAsString(input);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the input cannot be stored", e);
        }
    }
}
