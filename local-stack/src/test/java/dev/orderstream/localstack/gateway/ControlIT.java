package dev.orderstream.localstack.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.stripe.StripeClient;
import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.ApiException;
import com.stripe.exception.CardException;
import com.stripe.exception.RateLimitException;
import com.stripe.model.PaymentIntent;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.RefundCreateParams;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What tests tell the simulator to do, and what it says of itself.
class ControlIT {

    @TempDir Path data;
    Gateway gateway;

    @BeforeEach
    void start() throws IOException {
        gateway = Gateway.at(data);
    }

    @AfterEach
    void stop() throws IOException {
        gateway.close();
    }

    @Test
    void theLedgerCountsWhatHappened() throws Exception {
        PaymentIntent paid = gateway.pay("pm_card_visa", 1999);
        assertThatThrownBy(() -> gateway.pay("pm_card_visa_chargeDeclined", 500))
                .isInstanceOf(CardException.class);
        var refund =
                gateway.stripe
                        .v1()
                        .refunds()
                        .create(
                                RefundCreateParams.builder()
                                        .setPaymentIntent(paid.getId())
                                        .setAmount(999L)
                                        .build());
        assertThat(refund.getStatus()).isEqualTo("succeeded");

        JsonNode ledger = ledger("");

        assertThat(ledger.at("/totals/gbp/captured").asLong()).isEqualTo(1999);
        assertThat(ledger.at("/totals/gbp/refunded").asLong()).isEqualTo(999);
        assertThat(ledger.at("/rows/0/payment_intent").asText()).isEqualTo(paid.getId());
        assertThat(ledger.at("/rows/0/order_id").asText()).isEqualTo("order-1");
        assertThat(ledger.at("/rows/0/successful_charges").asInt()).isEqualTo(1);
        assertThat(ledger.at("/rows/1/successful_charges").asInt()).isZero();
        assertThat(ledger.at("/rows/1/decline_code").asText()).isEqualTo("generic_decline");
        assertThat(ledger("?captured=true").at("/rows")).hasSize(1);
        JsonNode page = ledger("?limit=1");
        assertThat(page.at("/has_more").asBoolean()).isTrue();
        assertThat(ledger("?limit=1&after=" + paid.getId()).at("/rows/0/captured").asLong())
                .isZero();
    }

    @Test
    void aTimeoutAfterTheChargeIsFoundByItsKey() throws Exception {
        PaymentIntentCreateParams params = Gateway.pays("pm_card_visa", 1999).build();
        gateway.behave("{\"timeout_after_charge_rate\": 1, \"timeout_hold_ms\": 50}");
        assertThatThrownBy(() -> gateway.pay(params, "key-1"))
                .isInstanceOf(ApiConnectionException.class);

        gateway.behave("{\"timeout_after_charge_rate\": 0}");

        PaymentIntent found = gateway.pay(params, "key-1");
        assertThat(found.getLastResponse().headers().firstValue("Idempotent-Replayed"))
                .contains("true");
        assertThat(ledger("").at("/totals/gbp/captured").asLong()).isEqualTo(1999);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"timeout_before_charge_rate\": 1, \"timeout_hold_ms\": 50}",
                "{\"reset_rate\": 1}"
            })
    void aRequestThatDoesNotArriveChargesNothing(String behaviour) throws Exception {
        gateway.behave(behaviour);

        assertThatThrownBy(() -> gateway.pay("pm_card_visa", 1999))
                .isInstanceOf(ApiConnectionException.class);

        assertThat(ledger("").at("/rows")).isEmpty();
    }

    @Test
    void aReadTimeoutOfTheClientIsMetByTheHold() throws Exception {
        gateway.behave("{\"timeout_after_charge_rate\": 1}");
        StripeClient impatient =
                StripeClient.builder()
                        .setApiKey(Gateway.KEY)
                        .setApiBase(gateway.base())
                        .setReadTimeout(200)
                        .build();
        PaymentIntentCreateParams params = Gateway.pays("pm_card_visa", 1999).build();

        assertThatThrownBy(() -> impatient.v1().paymentIntents().create(params))
                .isInstanceOf(ApiConnectionException.class)
                .hasMessageContaining("timed out");

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(ledger("").at("/totals/gbp/captured").asLong()).isEqualTo(1999));
    }

    @Test
    void injectedErrorsLookLikeTheGatewaysOwn() throws Exception {
        gateway.behave("{\"error_rate\": 1, \"status\": 503}");
        assertThatThrownBy(() -> gateway.pay("pm_card_visa", 1999))
                .isInstanceOf(ApiException.class);
        gateway.behave("{\"error_rate\": 1, \"status\": 429, \"retry_after_s\": 2}");
        assertThatThrownBy(() -> gateway.pay("pm_card_visa", 1999))
                .isInstanceOf(RateLimitException.class);
        assertThat(gateway.get("/v1/events").headers().firstValue("Retry-After")).contains("2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error_rate\": 2}",
                "{\"status\": 200}",
                "{\"colour\": 1}",
                "{\"webhooks\": {\"secrets\": []}}",
                "[]",
                "{"
            })
    void nonsenseIsRefusedAndChangesNothing(String json) throws Exception {
        String before = gateway.get("/_simulator/behaviour").body();

        assertThat(gateway.put("/_simulator/behaviour", json).statusCode()).isEqualTo(400);

        assertThat(gateway.get("/_simulator/behaviour").body()).isEqualTo(before);
    }

    @Test
    void aResetForgetsPaymentsAndKeepsTheEndpoint() throws Exception {
        gateway.behave("{\"latency_ms\": 1, \"webhooks\": {\"url\": \"http://127.0.0.1:1/\"}}");
        PaymentIntent unused = gateway.pay("pm_card_visa", 1999);

        assertThat(gateway.post("/_simulator/reset", "").body())
                .contains("\"latency_ms\":0", "\"url\":\"http://127.0.0.1:1/\"");

        assertThat(ledger("").at("/rows")).isEmpty();
        assertThat(data.resolve("journal.jsonl")).isEmptyFile();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Origin:https://evil.example", "Sec-Fetch-Site:cross-site"})
    void aForeignPageHasNoControl(String header) throws Exception {
        String[] pair = header.split(":", 2);

        assertThat(gateway.post("/_simulator/reset", "", pair).statusCode()).isEqualTo(403);
    }

    private JsonNode ledger(String query) throws Exception {
        return new ObjectMapper().readTree(gateway.get("/_simulator/ledger" + query).body());
    }
}
