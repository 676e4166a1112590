package dev.orderstream.localstack.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Refunds by the official client.
class RefundingIT {

    private static final Duration BOUND = Duration.ofSeconds(10);

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
    void aFullRefundGivesEverythingBackOnce() throws StripeException {
        PaymentIntent paid = gateway.pay("pm_card_visa", 1999);

        Refund refund = refund(paid, null);

        assertThat(refund.getId()).startsWith("re_");
        assertThat(refund.getStatus()).isEqualTo("succeeded");
        assertThat(refund.getAmount()).isEqualTo(1999);
        assertThat(gateway.stripe.v1().charges().retrieve(paid.getLatestCharge()).getRefunded())
                .isTrue();
        assertThatThrownBy(() -> refund(paid, null))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        e -> assertThat(e.getCode()).isEqualTo("charge_already_refunded"));
    }

    @Test
    void partialRefundsNeverExceedTheCharge() throws StripeException {
        PaymentIntent paid = gateway.pay("pm_card_visa", 1999);
        Refund first = refund(paid, 1500L);

        assertThatThrownBy(() -> refund(paid, 500L))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        e -> {
                            assertThat(e.getParam()).isEqualTo("amount");
                            assertThat(e.getMessage()).contains("greater than unrefunded amount");
                        });
        Refund rest = refund(paid, 499L);

        assertThat(
                        gateway.stripe
                                .v1()
                                .refunds()
                                .list(
                                        RefundListParams.builder()
                                                .setPaymentIntent(paid.getId())
                                                .build())
                                .getData())
                .extracting(Refund::getId)
                .containsExactly(rest.getId(), first.getId());
    }

    @Test
    void whatWasNotPaidIsNotRefunded() throws StripeException {
        PaymentIntent open =
                gateway.stripe
                        .v1()
                        .paymentIntents()
                        .create(Gateway.pays("pm_card_visa", 700).setConfirm(false).build());

        assertThatThrownBy(() -> refund(open, null)).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void aRefundThatFailsLaterGivesTheMoneyBackToTheCharge() throws Exception {
        gateway.behave("{\"refund_settle_ms\": 20}");
        PaymentIntent paid = gateway.pay("pm_card_refundFail", 1999);
        Refund refund = refund(paid, null);

        assertThat(awaitStatus(refund, "failed").getFailureReason()).isNotNull();
        assertThat(
                        gateway.stripe
                                .v1()
                                .charges()
                                .retrieve(paid.getLatestCharge())
                                .getAmountRefunded())
                .isZero();
    }

    @Test
    void aPendingRefundSettlesAfterARestart() throws Exception {
        gateway.behave("{\"refund_settle_ms\": 100000}");
        Refund refund = refund(gateway.pay("pm_card_pendingRefund", 1999), null);
        assertThat(refund.getStatus()).isEqualTo("pending");

        gateway.close();
        gateway = Gateway.at(data);

        assertThat(awaitStatus(refund, "succeeded").getAmount()).isEqualTo(1999);
    }

    private Refund refund(PaymentIntent intent, @Nullable Long amount) throws StripeException {
        RefundCreateParams.Builder all =
                RefundCreateParams.builder().setPaymentIntent(intent.getId());
        return gateway.stripe
                .v1()
                .refunds()
                .create((amount == null ? all : all.setAmount(amount)).build());
    }

    private Refund awaitStatus(Refund refund, String status) {
        return await().atMost(BOUND)
                .until(
                        () -> gateway.stripe.v1().refunds().retrieve(refund.getId()),
                        now -> now.getStatus().equals(status));
    }
}
