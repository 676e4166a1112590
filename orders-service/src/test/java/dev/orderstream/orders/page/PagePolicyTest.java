package dev.orderstream.orders.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PagePolicyTest {

    private static final String POLICY = "Content-Security-Policy";

    @Test
    void thePageTalksToItsOwnApiOnly() {
        assertThat(PagePolicy.headers(Optional.empty()).get(POLICY))
                .contains("connect-src 'self';");
    }

    @Test
    void itMayAskForATokenWhereCustomersSignIn() {
        URI signIn = URI.create("https://id.example:8443/realms/shop");

        assertThat(PagePolicy.headers(Optional.of(signIn)).get(POLICY))
                .contains("connect-src 'self' https://id.example:8443;");
    }

    @Test
    void anAddressThatIsNoneOfTheWebIsRefused() {
        URI script = URI.create("javascript:alert(1)");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> PagePolicy.headers(Optional.of(script)));
    }
}
