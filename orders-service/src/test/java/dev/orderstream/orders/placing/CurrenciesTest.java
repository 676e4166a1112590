package dev.orderstream.orders.placing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Only currencies that this system counts rightly can be configured.
class CurrenciesTest {

    @Test
    void currenciesOfTwoDecimalsAreTaken() {
        assertThat(Currencies.checked(Set.of("GBP", "EUR"))).containsOnly("GBP", "EUR");
    }

    @ParameterizedTest
    @ValueSource(strings = {"JPY", "KWD", "XAU", "nonsense"})
    void otherCurrenciesKeepTheServiceFromStarting(String code) {
        assertThatThrownBy(() -> Currencies.checked(Set.of(code)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
