package dev.orderstream.orders.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;

class SecretTest {

    /// The vector of the specification's own libraries (`TestWebhookSign` of standard-webhooks). By
    /// hand: `printf '%s' 'msg_p5jXN8AQM9LWM0D4loKWxJek.1614265330.{"test": 2432232314}' | openssl
    /// dgst -sha256 -mac HMAC -macopt hexkey:$(echo MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw | base64 -d |
    /// xxd -p -c 99) -binary | base64`.
    @Test
    void aMessageIsSignedAsTheSpecificationHasIt() {
        Secret secret = new Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

        assertThat(
                        secret.sign(
                                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                                1614265330,
                                "{\"test\": 2432232314}".getBytes(UTF_8)))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void eachSecretIsAnotherAndAsLongAsTheSpecificationAsksFor() {
        Secret secret = Secret.fresh();

        assertThat(secret.text()).startsWith("whsec_").isNotEqualTo(Secret.fresh().text());
        assertThat(Base64.getDecoder().decode(secret.text().substring("whsec_".length())))
                .hasSizeBetween(24, 64);
    }

    @Test
    void aSecretIsNotShownWhereItIsPrinted() {
        Secret secret = Secret.fresh();
        String bytes = secret.text().substring("whsec_".length());

        assertThat(secret.toString()).doesNotContain(bytes);
        assertThat(new EndpointSecret(new java.util.UUID(1, 1), "u", secret.text(), null))
                .asString()
                .doesNotContain(bytes);
    }
}
