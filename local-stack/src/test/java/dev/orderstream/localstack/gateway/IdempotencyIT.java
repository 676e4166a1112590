package dev.orderstream.localstack.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.stripe.exception.CardException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentListParams;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Idempotency keys by the official client.
class IdempotencyIT {

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
    void theSameRequestChargesOnceAndSaysSo() throws StripeException {
        PaymentIntentCreateParams params = Gateway.pays("pm_card_visa", 1999).build();

        PaymentIntent first = gateway.pay(params, "key-1");
        PaymentIntent second = gateway.pay(params, "key-1");

        assertThat(second.getLastResponse().body()).isEqualTo(first.getLastResponse().body());
        assertThat(first.getLastResponse().headers().firstValue("Idempotent-Replayed")).isEmpty();
        var headers = second.getLastResponse().headers();
        assertThat(headers.firstValue("Idempotent-Replayed")).contains("true");
        assertThat(headers.firstValue("Original-Request"))
                .contains(first.getLastResponse().requestId());
        assertThat(second.getLastResponse().idempotencyKey()).isEqualTo("key-1");
        assertThat(intents()).hasSize(1);
    }

    @Test
    void aDeclineIsReplayedAsADecline() throws StripeException {
        PaymentIntentCreateParams params =
                Gateway.pays("pm_card_visa_chargeDeclined", 1999).build();

        CardException first =
                catchThrowableOfType(CardException.class, () -> gateway.pay(params, "key-1"));
        CardException second =
                catchThrowableOfType(CardException.class, () -> gateway.pay(params, "key-1"));

        assertThat(second.getCharge()).isEqualTo(first.getCharge());
        assertThat(intents()).hasSize(1);
    }

    @Test
    void theReplayShowsTheIntentAsItWasThen() throws StripeException {
        PaymentIntentCreateParams params =
                Gateway.pays("pm_card_visa", 1999).setConfirm(false).build();
        PaymentIntent created = gateway.pay(params, "key-1");
        PaymentIntent confirmed = gateway.stripe.v1().paymentIntents().confirm(created.getId());
        assertThat(confirmed.getStatus()).isEqualTo("succeeded");

        assertThat(gateway.pay(params, "key-1").getStatus()).isEqualTo("requires_confirmation");
    }

    @Test
    void otherParametersUnderTheKeyAreRefused() throws StripeException {
        PaymentIntent unused = gateway.pay(Gateway.pays("pm_card_visa", 1999).build(), "key-1");

        PaymentIntentCreateParams other = Gateway.pays("pm_card_visa", 2999).build();
        assertThatThrownBy(() -> gateway.pay(other, "key-1"))
                .isInstanceOf(IdempotencyException.class)
                .hasMessageContaining("key-1");
        assertThat(intents()).hasSize(1);
    }

    @Test
    void aRefusedRequestDoesNotUseUpItsKey() throws StripeException {
        PaymentIntentCreateParams tooSmall = Gateway.pays("pm_card_visa", 1).build();
        assertThatThrownBy(() -> gateway.pay(tooSmall, "key-1"))
                .hasMessageContaining("at least 0.30 gbp");

        PaymentIntent paid = gateway.pay(Gateway.pays("pm_card_visa", 1999).build(), "key-1");
        assertThat(paid.getStatus()).isEqualTo("succeeded");
    }

    @Test
    void ofConcurrentRequestsUnderOneKeyOneIsMade() throws Exception {
        gateway.behave("{\"latency_ms\": 2000}");
        PaymentIntentCreateParams params = Gateway.pays("pm_card_visa", 1999).build();
        Callable<Integer> pay = () -> statusOf(params);

        List<Integer> statuses;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            statuses =
                    threads.invokeAll(IntStream.range(0, 8).mapToObj(i -> pay).toList()).stream()
                            .map(Future::resultNow)
                            .toList();
        }

        assertThat(statuses).contains(200, 409).containsOnly(200, 409);
        assertThat(intents()).hasSize(1);
    }

    private int statusOf(PaymentIntentCreateParams params) {
        try {
            return gateway.pay(params, "key-1").getLastResponse().code();
        } catch (StripeException e) {
            assertThat(e.getCode()).isEqualTo("idempotency_key_in_use");
            return e.getStatusCode();
        }
    }

    private List<PaymentIntent> intents() throws StripeException {
        return gateway.stripe
                .v1()
                .paymentIntents()
                .list(PaymentIntentListParams.builder().build())
                .getData();
    }
}
