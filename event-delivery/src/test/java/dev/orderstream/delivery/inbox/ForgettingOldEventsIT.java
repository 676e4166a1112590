package dev.orderstream.delivery.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderstream.delivery.database.Database;
import dev.orderstream.delivery.testapp.StackResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/// What the inbox forgets, and what it must not.
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ForgettingOldEventsIT {

    @Inject ForgettingOldEvents forgetting;
    @Inject Database database;

    @Test
    void allThatIsPastItsTimeIsForgottenAndNothingElse() {
        taken(25_000, "14 days 1 minute");
        taken(30, "13 days 23 hours");

        forgetting.forget();

        assertThat(count("received_at < now() - interval '14 days'")).isZero();
        assertThat(count("received_at < now() - interval '13 days'")).isEqualTo(30);
    }

    private void taken(int events, String ago) {
        QuarkusTransaction.requiringNew()
                .run(() ->
                        database.update(
                                """
                                INSERT INTO inbox_event (event_id, received_at)
                                SELECT uuidv7(), now() - ?::interval FROM generate_series(1, ?)
                                """,
                                ago,
                                events));
    }

    private int count(String which) {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        database.query(
                                        "SELECT count(*) FROM inbox_event WHERE " + which,
                                        row -> row.getInt(1))
                                .getFirst());
    }
}
