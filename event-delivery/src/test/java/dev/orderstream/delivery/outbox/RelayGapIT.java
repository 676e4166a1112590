package dev.orderstream.delivery.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderstream.delivery.database.Database;
import dev.orderstream.delivery.testapp.StackResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a lost slot did not relay is told again.
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class RelayGapIT {

    @Inject Database database;

    @BeforeEach
    @AfterEach
    void nothingIsKept() {
        change("DELETE FROM outbox_event");
        change("DELETE FROM relay_heartbeat");
        change("DELETE FROM relay_gap");
    }

    @Test
    void whatCameAfterTheLastHeartbeatThatWasRelayedIsToldAgainInItsOrder() {
        tell("3 hours");
        heartbeat("2 hours");
        List<UUID> unheard = List.of(tell("90 minutes"), tell("80 minutes"), tell("1 minute"));
        String lost = position();
        heartbeatAhead("30 minutes");

        open(lost);

        assertThat(tellAgain(2)).isEqualTo(2);
        assertThat(tellAgain(2)).isEqualTo(1);
        assertThat(tellAgain(2)).isZero();
        assertThat(toldAgain()).containsExactlyElementsOf(unheard);
        assertThat(gaps()).isZero();
    }

    @Test
    void aTransactionThatEndedAfterTheHeartbeatMayBeOlder() {
        UUID slow = tell("125 minutes");
        heartbeat("2 hours");

        open(position());

        assertThat(tellAgain(10)).isEqualTo(1);
        assertThat(toldAgain()).containsExactly(slow);
    }

    @Test
    void whenNobodyKnowsHowFarItWasAllThatIsKeptIsToldAgain() {
        List<UUID> kept = List.of(tell("30 hours"), tell("1 minute"));
        heartbeat("1 minute");

        open(null);
        tellAgain(10);

        assertThat(toldAgain()).containsExactlyElementsOf(kept);
    }

    @Test
    void aSecondLossBeginsAgainFromTheFirst() {
        heartbeat("2 hours");
        List<UUID> unheard = List.of(tell("90 minutes"), tell("80 minutes"));
        open(position());
        tellAgain(1);
        heartbeat("0 seconds");

        open(position());

        long told =
                Stream.generate(() -> tellAgain(10)).takeWhile(n -> n > 0).mapToLong(n -> n).sum();
        // The one that was told again is kept twice.
        assertThat(told).isEqualTo(3);
        assertThat(toldAgain()).containsOnlyOnceElementsOf(List.of(unheard.get(1)));
        assertThat(toldAgain()).contains(unheard.get(0));
    }

    @Test
    void withoutAGapNothingIsToldAgain() {
        tell("1 hour");

        assertThat(tellAgain(10)).isZero();
        assertThat(toldAgain()).isEmpty();
    }

    private UUID tell(String ago) {
        UUID id = Ids.next();
        change(
                """
                INSERT INTO outbox_event (id, created_at, topic, order_id, type, source, time,
                  dataschema, correlation_id, causation_id, sequence, payload)
                VALUES (?, now() - ?::interval, 'orders.events', uuidv7(), 'Test.v1', '/test', now(),
                  'none', uuidv7(), uuidv7(), 1, '{}')
                """,
                id,
                ago);
        return id;
    }

    private void heartbeat(String ago) {
        change("INSERT INTO relay_heartbeat (at) VALUES (now() - ?::interval)", ago);
    }

    /// One that the slot did not reach.
    private void heartbeatAhead(String ago) {
        change(
                """
                INSERT INTO relay_heartbeat (at, lsn)
                VALUES (now() - ?::interval, pg_current_wal_lsn() + 1000000)
                """,
                ago);
    }

    private String position() {
        return one("SELECT pg_current_wal_lsn()::text AS it");
    }

    private void open(@Nullable String relayedTo) {
        QuarkusTransaction.requiringNew()
                .run(() ->
                        database.query("SELECT relay_gap_open(?::pg_lsn)", row -> "", relayedTo));
    }

    private long tellAgain(int most) {
        return Long.parseLong(one("SELECT relay_gap_tell(?::int)::text AS it", most));
    }

    /// The ids of the rows that were made by telling again.
    private List<UUID> toldAgain() {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        database.query(
                                """
                                SELECT id FROM outbox_event AS again
                                WHERE EXISTS (SELECT FROM outbox_event AS first
                                              WHERE first.id = again.id
                                                AND first.created_at < again.created_at)
                                ORDER BY created_at, id
                                """,
                                row -> Database.uuid(row, "id")));
    }

    private long gaps() {
        return Long.parseLong(one("SELECT count(*)::text AS it FROM relay_gap"));
    }

    private String one(String sql, Object... parameters) {
        return QuarkusTransaction.requiringNew()
                .call(() -> database.query(sql, row -> row.getString("it"), parameters).getFirst());
    }

    private void change(String sql, Object... parameters) {
        QuarkusTransaction.requiringNew().run(() -> database.update(sql, parameters));
    }
}
