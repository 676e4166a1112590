package dev.orderstream.delivery.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderstream.delivery.database.Database;
import dev.orderstream.delivery.testapp.StackResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A partition for each coming day, whatever else goes on.
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class OutboxPartitionsIT {

    @Inject OutboxPartitions partitions;
    @Inject Database database;

    private final LocalDate tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(1);
    private final LocalDate dayAfter = tomorrow.plusDays(1);

    @BeforeEach
    void withoutTheComingDays() {
        change("DROP TABLE IF EXISTS " + partition(tomorrow));
        change("DROP TABLE IF EXISTS " + partition(dayAfter));
    }

    @AfterEach
    void asBefore() {
        change("DELETE FROM outbox_event_default");
        partitions.maintain();
    }

    @Test
    void eachComingDayHasOne() {
        partitions.maintain();

        assertThat(exists(tomorrow)).isTrue();
        assertThat(exists(dayAfter)).isTrue();
    }

    @Test
    void aDayWhoseEventsTheDefaultTookStaysThereAndTheNextDayDoesNot() {
        tell(tomorrow.atStartOfDay(ZoneOffset.UTC).toInstant());

        partitions.maintain();

        assertThat(exists(tomorrow)).isFalse();
        assertThat(exists(dayAfter)).isTrue();
    }

    @Test
    void aBackupThatReadsTheTableIsNotWaitedForForLong() {
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    database.update("LOCK TABLE outbox_event IN ACCESS SHARE MODE");
                    Instant began = Instant.now();

                    assertThatThrownBy(partitions::maintain).isInstanceOf(RuntimeException.class);

                    assertThat(began.until(Instant.now(), ChronoUnit.MILLIS)).isLessThan(10_000);
                    // Nothing waits behind it any more.
                    tell(Instant.now());
                });
        assertThat(exists(dayAfter)).isFalse();

        partitions.maintain();

        assertThat(exists(dayAfter)).isTrue();
    }

    private void tell(Instant at) {
        QuarkusTransaction.requiringNew()
                .timeout((int) Duration.ofSeconds(20).toSeconds())
                .run(() ->
                        database.update(
                                """
                                INSERT INTO outbox_event (id, created_at, topic, order_id, type, source,
                                  time, dataschema, correlation_id, causation_id, sequence, payload)
                                VALUES (uuidv7(), ?, 'orders.events', uuidv7(), 'Test.v1', '/test', now(),
                                  'none', uuidv7(), uuidv7(), 1, '{}')
                                """,
                                at));
    }

    private boolean exists(LocalDate day) {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        database.query(
                                        "SELECT to_regclass(?::text) IS NOT NULL AS found",
                                        row -> row.getBoolean("found"),
                                        partition(day))
                                .getFirst());
    }

    private void change(String sql) {
        QuarkusTransaction.requiringNew().run(() -> database.update(sql));
    }

    private static String partition(LocalDate day) {
        return "outbox_event_" + day.format(DateTimeFormatter.BASIC_ISO_DATE);
    }
}
