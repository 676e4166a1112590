package dev.orderstream.localstack.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.model.Event;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.net.ApiResource;
import com.stripe.net.Webhook;
import com.stripe.param.RefundCreateParams;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Webhooks as the official client verifies them.
class WebhooksIT {

    @TempDir Path data;
    Gateway gateway;
    Listener listener;

    @BeforeEach
    void start() throws Exception {
        gateway = Gateway.at(data);
        listener = Listener.start();
        register("{\"enabled\": true, \"url\": \"%s\"}".formatted(listener.url()));
    }

    @AfterEach
    void stop() throws IOException {
        gateway.close();
        listener.close();
    }

    @Test
    void aPaymentIsToldWithAValidSignature() throws Exception {
        PaymentIntent paid = gateway.pay("pm_card_visa", 1999);

        Listener.Received received = listener.next();

        Event event = Webhook.constructEvent(received.body(), received.signature(), Gateway.SECRET);
        assertThat(event.getType()).isEqualTo("payment_intent.succeeded");
        PaymentIntent told =
                (PaymentIntent) event.getDataObjectDeserializer().getObject().orElseThrow();
        assertThat(told.getId()).isEqualTo(paid.getId());
        assertThat(told.getAmountReceived()).isEqualTo(1999);
        assertThatThrownBy(() ->
                        Webhook.constructEvent(
                                received.body().replace("1999", "1"),
                                received.signature(),
                                Gateway.SECRET))
                .isInstanceOf(SignatureVerificationException.class);
    }

    @Test
    void whileSecretsRotateBothVerify() throws Exception {
        register("{\"secrets\": [\"whsec_old\", \"whsec_new\"]}");
        PaymentIntent unused = gateway.pay("pm_card_visa", 1999);

        Listener.Received received = listener.next();

        for (String secret : List.of("whsec_old", "whsec_new")) {
            Event event = Webhook.constructEvent(received.body(), received.signature(), secret);
            assertThat(event.getId()).startsWith("evt_");
        }
        assertThatThrownBy(() ->
                        Webhook.constructEvent(
                                received.body(), received.signature(), Gateway.SECRET))
                .isInstanceOf(SignatureVerificationException.class);
    }

    @Test
    void onlyWhatTheEndpointWantsIsTold() throws Exception {
        register("{\"enabled_events\": [\"charge.refunded\"]}");
        PaymentIntent paid = gateway.pay("pm_card_visa", 1999);
        Refund unused =
                gateway.stripe
                        .v1()
                        .refunds()
                        .create(
                                RefundCreateParams.builder()
                                        .setPaymentIntent(paid.getId())
                                        .build());

        assertThat(listener.next().body()).contains("charge.refunded");
        assertThat(listener.isEmpty()).isTrue();
    }

    @Test
    void aRefusedDeliveryIsTriedAgain() throws Exception {
        listener.refuseNext(2);
        PaymentIntent unused = gateway.pay("pm_card_visa", 1999);

        assertThat(listener.next().body()).contains("payment_intent.succeeded");
    }

    @Test
    void duplicatesCarryTheSameEvent() throws Exception {
        register("{\"duplicate_rate\": 1.0}");
        PaymentIntent unused = gateway.pay("pm_card_visa", 1999);

        assertThat(eventOf(listener.next())).isEqualTo(eventOf(listener.next()));
    }

    @Test
    void reorderingChangesTheOrderAndLosesNothing() throws Exception {
        register("{\"reorder\": true}");
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            made.add(gateway.pay("pm_card_visa", 1000 + i).getId());
        }

        List<String> told = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Event event = ApiResource.GSON.fromJson(listener.next().body(), Event.class);
            told.add(((PaymentIntent) event.getData().getObject()).getId());
        }

        assertThat(told).containsExactlyInAnyOrderElementsOf(made).isNotEqualTo(made);
    }

    @Test
    void whatWasNotDeliveredIsDeliveredAfterARestart() throws Exception {
        listener.refuseNext(Integer.MAX_VALUE);
        PaymentIntent paid = gateway.pay("pm_card_visa", 1999);
        gateway.close();
        gateway = Gateway.at(data);
        listener.refuseNext(0);

        register("{\"enabled\": true, \"url\": \"%s\"}".formatted(listener.url()));

        assertThat(listener.next().body()).contains(paid.getId());
    }

    @Test
    void whatWasDeliveredIsNotDeliveredAgainAfterARestart() throws Exception {
        PaymentIntent first = gateway.pay("pm_card_visa", 1999);
        String event = eventOf(listener.next());
        while (gateway.stripe.v1().events().retrieve(event).getPendingWebhooks() > 0) {
            Thread.onSpinWait();
        }
        gateway.close();
        gateway = Gateway.at(data);
        register("{\"enabled\": true, \"url\": \"%s\"}".formatted(listener.url()));
        PaymentIntent second = gateway.pay("pm_card_visa", 2999);

        assertThat(listener.next().body()).contains(second.getId()).doesNotContain(first.getId());
        assertThat(listener.isEmpty()).isTrue();
    }

    private static String eventOf(Listener.Received received) {
        return ApiResource.GSON.fromJson(received.body(), Event.class).getId();
    }

    private void register(String webhooks) throws Exception {
        gateway.behave("{\"webhooks\": " + webhooks + "}");
    }
}
