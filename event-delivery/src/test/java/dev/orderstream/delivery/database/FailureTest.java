package dev.orderstream.delivery.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which errors of PostgreSQL are waited for.
class FailureTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "08006", "08001", "53100", "53300", "57P01", "57P03", "57014", "58030", "25006",
                "25P03", "25P04", "28P01", "28000", "3D000"
            })
    void aDatabaseThatIsAwayIsWaitedFor(String state) {
        assertThat(of(state)).isEqualTo(Failure.UNAVAILABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01", "55P03"})
    void aLostConflictIsTriedAgain(String state) {
        assertThat(of(state)).isEqualTo(Failure.CONFLICT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "22021", "42P01", "25P02", "25001", "P0001", ""})
    void anErrorOfOursIsNot(String state) {
        assertThat(of(state)).isEqualTo(Failure.PERMANENT);
    }

    @Test
    void thePoolsOwnErrorsAreThoseOfADatabaseThatIsAway() {
        assertThat(Failure.of(new SQLException("no connection", (String) null)))
                .isEqualTo(Failure.UNAVAILABLE);
        assertThat(Failure.of(new SQLTransientConnectionException("time-out", "XX000")))
                .isEqualTo(Failure.UNAVAILABLE);
        assertThat(Failure.of(new IllegalStateException("a bug"))).isEqualTo(Failure.PERMANENT);
    }

    private static Failure of(String state) {
        return Failure.of(new IllegalStateException(new SQLException("an error", state)));
    }
}
