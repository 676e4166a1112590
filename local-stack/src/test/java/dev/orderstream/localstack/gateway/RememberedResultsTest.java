package dev.orderstream.localstack.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RememberedResultsTest {

    private static final long NOON = 1_800_000_000;

    private final RememberedResults results = new RememberedResults();

    @Test
    void aResultIsGivenAgainForADay() {
        var change = remember("key", NOON);

        assertThat(results.get("key", NOON + RememberedResults.KEPT_S - 1)).isEqualTo(change);
        assertThat(results.get("key", NOON + RememberedResults.KEPT_S)).isNull();
    }

    @Test
    void whatIsTooOldIsForgottenWhileOthersCome() {
        remember("first", NOON);
        remember("second", NOON + 1);

        remember("next day", NOON + RememberedResults.KEPT_S);

        assertThat(results.size()).isEqualTo(2);
        assertThat(results.get("second", NOON + RememberedResults.KEPT_S)).isNotNull();
    }

    private Change remember(String key, long at) {
        var remembered = new Change.Remembered(key, 1);
        var change = new Change(at, "req_1", null, null, null, List.of(), remembered, null);
        results.put(key, change);
        return change;
    }
}
