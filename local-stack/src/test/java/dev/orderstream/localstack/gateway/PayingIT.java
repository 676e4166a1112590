package dev.orderstream.localstack.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.stripe.StripeClient;
import com.stripe.exception.AuthenticationException;
import com.stripe.exception.CardException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.param.PaymentIntentCancelParams;
import com.stripe.param.PaymentIntentConfirmParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentListParams;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Payment intents by the official client.
class PayingIT {

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

    @ParameterizedTest
    @ValueSource(
            strings = {"pm_card_visa", "pm_card_mastercard", "pm_card_amex", "pm_card_visa_debit"})
    void aGoodCardIsChargedTheWholeAmount(String card) throws StripeException {
        PaymentIntent intent =
                gateway.stripe
                        .v1()
                        .paymentIntents()
                        .create(Gateway.pays(card, 1999).addExpand("latest_charge").build());

        assertThat(intent.getId()).startsWith("pi_");
        assertThat(intent.getStatus()).isEqualTo("succeeded");
        assertThat(intent.getAmountReceived()).isEqualTo(1999);
        assertThat(intent.getMetadata()).containsEntry("order_id", "order-1");
        assertThat(intent.getLatestChargeObject().getPaid()).isTrue();
        assertThat(intent.getLatestChargeObject().getAmountCaptured()).isEqualTo(1999);
        assertThat(intent.getLastResponse().requestId()).startsWith("req_");
        assertThat(
                        gateway.stripe
                                .v1()
                                .charges()
                                .retrieve(intent.getLatestCharge())
                                .getPaymentIntent())
                .isEqualTo(intent.getId());
    }

    @ParameterizedTest
    @CsvSource({
        "pm_card_chargeDeclined, card_declined, generic_decline",
        "pm_card_visa_chargeDeclined, card_declined, generic_decline",
        "pm_card_visa_chargeDeclinedInsufficientFunds, card_declined, insufficient_funds",
        "pm_card_chargeDeclinedInsufficientFunds, card_declined, insufficient_funds",
        "pm_card_visa_chargeDeclinedLostCard, card_declined, lost_card",
        "pm_card_visa_chargeDeclinedStolenCard, card_declined, stolen_card",
        "pm_card_visa_chargeDeclinedVelocityLimitExceeded, card_declined, card_velocity_exceeded",
        "pm_card_chargeDeclinedFraudulent, card_declined, fraudulent",
        "pm_card_radarBlock, card_declined, fraudulent",
        "pm_card_chargeDeclinedExpiredCard, expired_card, expired_card",
        "pm_card_chargeDeclinedIncorrectCvc, incorrect_cvc, incorrect_cvc",
        "pm_card_chargeDeclinedProcessingError, processing_error, processing_error",
    })
    void aDeclinedCardSaysWhy(String card, String code, String declineCode) throws StripeException {
        CardException error =
                catchThrowableOfType(CardException.class, () -> gateway.pay(card, 1999));

        assertThat(error.getStatusCode()).isEqualTo(402);
        assertThat(error.getCode()).isEqualTo(code);
        assertThat(error.getDeclineCode()).isEqualTo(declineCode);
        PaymentIntent left = error.getStripeError().getPaymentIntent();
        PaymentIntent intent = gateway.stripe.v1().paymentIntents().retrieve(left.getId());
        assertThat(intent.getStatus()).isEqualTo("requires_payment_method");
        assertThat(intent.getAmountReceived()).isZero();
        assertThat(intent.getLastPaymentError().getDeclineCode()).isEqualTo(declineCode);
        assertThat(intent.getLastPaymentError().getPaymentMethod().getCard().getLast4()).hasSize(4);
        assertThat(gateway.stripe.v1().charges().retrieve(error.getCharge()).getPaid()).isFalse();
    }

    @Test
    void aDeclinedPaymentIsPaidByAnotherCard() throws StripeException {
        CardException error =
                catchThrowableOfType(
                        CardException.class, () -> gateway.pay("pm_card_visa_chargeDeclined", 500));
        String id = error.getStripeError().getPaymentIntent().getId();

        PaymentIntent paid =
                gateway.stripe
                        .v1()
                        .paymentIntents()
                        .confirm(
                                id,
                                PaymentIntentConfirmParams.builder()
                                        .setPaymentMethod("pm_card_visa")
                                        .build());

        assertThat(paid.getStatus()).isEqualTo("succeeded");
        assertThat(paid.getLastPaymentError()).isNull();
    }

    @Test
    void anIntentIsCreatedConfirmedAndThenFinal() throws StripeException {
        PaymentIntent created =
                gateway.stripe
                        .v1()
                        .paymentIntents()
                        .create(Gateway.pays("pm_card_visa", 700).setConfirm(false).build());
        assertThat(created.getStatus()).isEqualTo("requires_confirmation");

        assertThat(gateway.stripe.v1().paymentIntents().confirm(created.getId()).getStatus())
                .isEqualTo("succeeded");

        assertThatThrownBy(() -> gateway.stripe.v1().paymentIntents().cancel(created.getId()))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        e -> {
                            assertThat(e.getCode()).isEqualTo("payment_intent_unexpected_state");
                            assertThat(e.getStripeError().getPaymentIntent().getStatus())
                                    .isEqualTo("succeeded");
                        });
    }

    @Test
    void anOpenIntentIsCanceledForGood() throws StripeException {
        PaymentIntent created =
                gateway.stripe
                        .v1()
                        .paymentIntents()
                        .create(Gateway.pays("pm_card_visa", 700).setConfirm(false).build());

        PaymentIntent canceled =
                gateway.stripe
                        .v1()
                        .paymentIntents()
                        .cancel(
                                created.getId(),
                                PaymentIntentCancelParams.builder()
                                        .setCancellationReason(
                                                PaymentIntentCancelParams.CancellationReason
                                                        .REQUESTED_BY_CUSTOMER)
                                        .build());

        assertThat(canceled.getStatus()).isEqualTo("canceled");
        assertThat(canceled.getCancellationReason()).isEqualTo("requested_by_customer");
        assertThatThrownBy(() -> gateway.stripe.v1().paymentIntents().confirm(created.getId()))
                .hasMessageContaining("canceled");
    }

    @ParameterizedTest
    @CsvSource({
        "amount=1999, currency, parameter_missing",
        "currency=gbp, amount, parameter_missing",
        "amount=12.5&currency=gbp, amount, parameter_invalid_integer",
        "amount=-1&currency=gbp, amount, parameter_invalid_integer",
        "amount=29&currency=gbp, amount, amount_too_small",
        "amount=100000000&currency=gbp, amount, amount_too_large",
        "amount=1999&currency=gbp&colour=red, colour, parameter_unknown",
        "amount=1999&currency=gbp&payment_method=pm_nobody, payment_method, resource_missing",
        "amount=1999&currency=xyz, currency, ",
    })
    void badParametersAreNamed(String body, String param, String code) throws Exception {
        var answer =
                gateway.post("/v1/payment_intents", body, "Authorization", "Bearer " + Gateway.KEY);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("\"type\":\"invalid_request_error\"", "\"param\":\"" + param + "\"");
        if (code != null) {
            assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
        }
    }

    @Test
    void cardNumbersAreRefusedAndNowhereKept() throws Exception {
        var answer =
                gateway.post(
                        "/v1/payment_intents",
                        "amount=1999&currency=gbp&payment_method=4242424242424242",
                        "Authorization",
                        "Bearer " + Gateway.KEY);

        assertThat(answer.statusCode()).isEqualTo(402);
        assertThat(answer.body()).doesNotContain("4242424242424242");
        assertThat(data.resolve("journal.jsonl")).isEmptyFile();
    }

    @Test
    void aWrongKeyIsRefused() {
        StripeClient stranger =
                StripeClient.builder()
                        .setApiKey("sk_test_wrong")
                        .setApiBase(gateway.base())
                        .build();
        PaymentIntentCreateParams params = Gateway.pays("pm_card_visa", 1999).build();

        assertThatThrownBy(() -> stranger.v1().paymentIntents().create(params))
                .isInstanceOf(AuthenticationException.class);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertThatThrownBy(() -> gateway.stripe.v1().paymentIntents().retrieve("pi_none"))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        e -> {
                            assertThat(e.getStatusCode()).isEqualTo(404);
                            assertThat(e.getCode()).isEqualTo("resource_missing");
                        });
    }

    @Test
    void listsAreNewestFirstAndPaged() throws StripeException {
        for (int i = 0; i < 25; i++) {
            PaymentIntent unused = gateway.pay("pm_card_visa", 1000 + i);
        }
        PaymentIntentListParams ten = PaymentIntentListParams.builder().setLimit(10L).build();

        List<Long> amounts = new ArrayList<>();
        gateway.stripe
                .v1()
                .paymentIntents()
                .list(ten)
                .autoPagingIterable()
                .forEach(intent -> amounts.add(intent.getAmount()));

        assertThat(amounts).hasSize(25).startsWith(1024L, 1023L).endsWith(1000L);
    }
}
