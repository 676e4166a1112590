package dev.orderstream.payments.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.Stripe;
import com.stripe.net.Webhook.Signature;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookReaderTest {

    private static final UUID ORDER = UUID.fromString("0198c5a0-0000-7000-8000-00000000000a");

    private final WebhookReader reader =
            new WebhookReader(TestGatewayConfig.at(URI.create("http://127.0.0.1:1")));

    @ParameterizedTest
    @ValueSource(strings = {"2019-01-01", "2031-01-01.some-release", "nonsense"})
    @NullSource
    void aCaptureIsReadInWhicheverVersionItComes(String version) throws Exception {
        assertThat(read(captured(version))).isEqualTo(captured());
    }

    @Test
    void aCaptureIsReadInTheClientsOwnVersion() throws Exception {
        assertThat(read(captured(Stripe.API_VERSION))).isEqualTo(captured());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no json",
                "[]",
                "null",
                "{}",
                "{\"object\": \"event\", \"data\": {}}",
                "{\"object\": \"event\", \"data\": {\"object\": 7}}",
                "{\"object\": \"event\", \"data\": {\"object\": {\"object\": \"payment_intent\"}}}",
                "{\"object\": \"event\", \"data\": {\"object\": {\"object\": \"unheard_of\"}}}",
                "{\"object\": \"v2.core.event\", \"type\": \"v1.billing.meter.error\"}"
            })
    void whatIsSignedAndTellsNothingIsTaken(String body) throws Exception {
        assertThat(read(body)).isEqualTo(new Webhook.Unrelated());
    }

    @Test
    void whatIsNotSignedWithASecretOfOursIsNotRead() throws Exception {
        String body = captured(Stripe.API_VERSION);
        long now = Instant.now().getEpochSecond();
        for (String signature :
                new String[] {
                    null,
                    "",
                    "nonsense",
                    "t=" + now,
                    "t=soon,v1=00",
                    "t,v1",
                    "=,=",
                    Signature.generateSignatureHeader(body, "whsec_other", now),
                    Signature.generateSignatureHeader(body + " ", "whsec_new", now),
                    Signature.generateSignatureHeader(body, "whsec_new", now - 301)
                }) {
            assertThat(reader.read(bytes(body), signature))
                    .as("signature %s", signature)
                    .isEqualTo(new Webhook.Refused());
        }
        assertThat(
                        reader.read(
                                bytes(body),
                                Signature.generateSignatureHeader(body, "whsec_old", now - 299)))
                .isEqualTo(captured());
    }

    private Webhook read(String body) throws GeneralSecurityException {
        long now = Instant.now().getEpochSecond();
        return reader.read(bytes(body), Signature.generateSignatureHeader(body, "whsec_new", now));
    }

    private static Webhook captured() {
        return new Webhook.OfCharge("evt_1", ORDER, new ChargeOutcome.Captured("pi_1"));
    }

    private static String captured(String version) {
        return """
        {"id": "evt_1", "object": "event", "type": "payment_intent.succeeded",%s
         "data": {"object": {"id": "pi_1", "object": "payment_intent", "status": "succeeded",
                             "metadata": {"order_id": "%s"}}}}
        """
                .formatted(version == null ? "" : " \"api_version\": \"" + version + "\",", ORDER);
    }

    private static byte[] bytes(String body) {
        return body.getBytes(StandardCharsets.UTF_8);
    }
}
