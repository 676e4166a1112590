package dev.orderstream.delivery.effects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderstream.delivery.database.Database;
import dev.orderstream.delivery.outbox.Ids;
import dev.orderstream.delivery.testapp.StackResource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What operators see of calls that are not answered.
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class EffectGaugesIT {

    /// Of the kind that the test's handler makes; no worker takes it meanwhile.
    private static final String PLANT =
            """
            INSERT INTO effect (id, kind, order_id, subject, state, next_attempt_at, lease_until,
                                begun_at, last_problem)
            VALUES (gen_random_uuid(), 'call', ?, '', ?, now() + ?::interval,
                    now() + interval '1 hour', now() + ?::interval, ?)
            """;

    @Inject Database database;
    @Inject MeterRegistry meters;

    @BeforeEach
    void forgetOtherTests() {
        int _ = update("DELETE FROM effect WHERE done_at IS NULL");
    }

    @Test
    void withoutOpenCallsAllAreZero() {
        assertThat(gauge("due")).isZero();
        assertThat(gauge("troubled")).isZero();
        assertThat(gauge("oldest")).isZero();
    }

    @Test
    void aCallForLaterIsNeitherDueNorOld() {
        plant("PENDING", "1 hour", null, null);

        assertThat(gauge("due")).isZero();
        assertThat(gauge("troubled")).isZero();
        assertThat(gauge("oldest")).isZero();
    }

    @Test
    void callsThatAreUnderWayOrFailedAreCountedWithTheAgeOfTheOldest() {
        plant("RUNNING", "-1 minute", "-1 minute", null);
        plant("PENDING", "1 hour", "-2 hours", "busy");

        assertThat(gauge("due")).isEqualTo(1);
        assertThat(gauge("troubled")).isEqualTo(1);
        assertThat(gauge("oldest")).isBetween(7_200.0, 7_500.0);
    }

    private double gauge(String name) {
        return meters.get("orderstream.effects." + name).tag("kind", "call").gauge().value();
    }

    private void plant(String state, String due, @Nullable String begun, @Nullable String problem) {
        assertThat(update(PLANT, Ids.next(), state, due, begun, problem)).isEqualTo(1);
    }

    private int update(String sql, @Nullable Object... values) {
        return QuarkusTransaction.requiringNew().call(() -> database.update(sql, values));
    }
}
