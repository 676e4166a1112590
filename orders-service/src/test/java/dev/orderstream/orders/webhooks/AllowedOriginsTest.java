package dev.orderstream.orders.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedOriginsTest {

    private static final Set<Origin> ALLOWED =
            AllowedOrigins.parse(
                    List.of(
                            "https://shop.example",
                            "http://127.0.0.1:9000",
                            " https://[2001:db8::1]:8443 ",
                            ""));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://shop.example",
                "https://shop.example/",
                "https://shop.example:443/hooks?shop=1",
                "HTTPS://SHOP.Example/hooks",
                "http://127.0.0.1:9000/x",
                "https://[2001:DB8::1]:8443/x"
            })
    void anOriginThatWasNamedIsAllowed(String url) {
        assertThat(allowed(url)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://shop.example/",
                "https://shop.example:8443/",
                "https://shop.example.evil/",
                "https://evil.shop.example/",
                "https://shop.example./",
                "https://shop.example@evil.example/",
                "https://evil.example/@shop.example",
                "https://evil.example/?https://shop.example",
                "https://shop.example:443@evil.example/",
                "https://user@shop.example/",
                "https://user:password@shop.example/",
                "https://@shop.example/",
                "https://shop.example/#fragment",
                "https://shop.example\\@evil.example/",
                "https://shop.example%2eevil/",
                "https://shop%2Eexample/",
                "https://shop.example%00.evil/",
                "https://shop.example evil/",
                "https:shop.example",
                "https:/shop.example",
                "https:///shop.example",
                "//shop.example/",
                "/hooks",
                "file:///etc/passwd",
                "ftp://shop.example/",
                "jar:https://shop.example!/",
                "http://127.0.0.1/",
                "http://127.0.0.1:90001/",
                "http://127.0.0.1:9000:9000/",
                "http://127.1:9000/",
                "http://2130706433:9000/",
                "http://0x7f000001:9000/",
                "http://localhost:9000/",
                "http://[::1]:9000/",
                "http://[::ffff:127.0.0.1]:9000/",
                "https://[2001:db8::2]:8443/",
                "https://[2001:db8::1]/",
                "https://2001:db8::1:8443/",
                "https://ѕhop.example/",
                ""
            })
    void whatOnlyLooksLikeItIsNot(String url) {
        assertThat(allowed(url)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shop.example",
                "*",
                "https://*.example",
                "https://shop.example/hooks",
                "https://shop.example/",
                "https://shop.example?x",
                "https://user@shop.example",
                "ftp://shop.example"
            })
    void aSettingThatIsNoOriginStopsTheStart(String text) {
        assertThatThrownBy(() -> AllowedOrigins.parse(List.of(text)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("allowed-origins");
    }

    @Test
    void nothingIsAllowedWhereNothingIsNamed() {
        assertThat(AllowedOrigins.parse(List.of())).isEmpty();
    }

    private static boolean allowed(String url) {
        return Origin.url(url).flatMap(Origin::of).filter(ALLOWED::contains).isPresent();
    }
}
