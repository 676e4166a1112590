package dev.orderstream.localstack.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who may control the outside world.
class LocalOriginTest {

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:8086, true",
        "localhost, true",
        "[::1]:8086, true",
        "evil.example:8086, false",
        "127.0.0.1.evil.example, false",
        "localhost.evil.example:80, false",
        ", false",
    })
    void onlyNamesOfThisMachineAreLocal(@Nullable String host, boolean local) {
        assertThat(LocalOrigin.isLocalHost(host)).isEqualTo(local);
    }

    @ParameterizedTest
    @CsvSource({
        ", , true",
        "same-origin, http://127.0.0.1:8086, true",
        "same-site, http://127.0.0.1:8085, true",
        "cross-site, https://evil.example, false",
        "cross-site, , false",
        ", http://localhost:8085, true",
        ", https://evil.example, false",
        ", http://127.0.0.1.evil.example, false",
        ", null, false",
    })
    void aForeignPageIsNotOurOwn(@Nullable String site, @Nullable String origin, boolean own) {
        assertThat(LocalOrigin.isOwn(site, origin)).isEqualTo(own);
    }
}
