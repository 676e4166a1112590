package dev.orderstream.payments.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.orderstream.delivery.outbox.Ids;
import dev.orderstream.events.Money;
import dev.orderstream.localstack.gateway.GatewaySimulator;
import dev.orderstream.payments.gateway.ChargeOutcome.ActionRequired;
import dev.orderstream.payments.gateway.ChargeOutcome.Captured;
import dev.orderstream.payments.gateway.ChargeOutcome.Declined;
import dev.orderstream.payments.gateway.ChargeOutcome.Withdrawn;
import dev.orderstream.payments.gateway.RefundOutcome.Refunded;
import dev.orderstream.payments.gateway.Unanswered.Trouble;
import dev.orderstream.payments.testing.SimulatedGateway;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StripeGatewayTest {

    private static final Money TOTAL = new Money(4491, "GBP");

    @TempDir static Path data;

    private static GatewaySimulator simulator;
    private static TestGatewayConfig config;
    private static SimulatedGateway books;
    private static PaymentGateway gateway;

    @BeforeAll
    static void open() throws IOException {
        simulator =
                GatewaySimulator.start(
                        new GatewaySimulator.Options(
                                "127.0.0.1", 0, data, TestGatewayConfig.KEY, "whsec_test"));
        config = TestGatewayConfig.at(URI.create("http://127.0.0.1:" + simulator.port()));
        books = new SimulatedGateway(config.url());
        gateway = config.gateway();
    }

    @AfterAll
    static void close() throws IOException {
        simulator.close();
    }

    @BeforeEach
    void startOver() {
        books.reset();
    }

    @Test
    void aGoodCardIsChargedExactlyTheAmount() {
        ChargeRequest request = charge(TOTAL, "pm_card_visa");
        ChargeOutcome outcome = gateway.charge(request);
        SimulatedGateway.Row row = books.ledger(request.orderId()).getFirst();
        assertThat(outcome).isEqualTo(new Captured(row.reference()));
        assertThat(row.captured()).isEqualTo(4491);
    }

    @Test
    void theSameKeyChargesOnce() {
        ChargeRequest request = charge(TOTAL, "pm_card_visa");
        ChargeOutcome first = gateway.charge(request);
        assertThat(gateway.charge(request)).isEqualTo(first);
        assertThat(books.ledger(request.orderId())).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "pm_card_chargeDeclined, generic_decline",
        "pm_card_visa_chargeDeclined, generic_decline",
        "pm_card_chargeDeclinedInsufficientFunds, insufficient_funds",
        "pm_card_visa_chargeDeclinedInsufficientFunds, insufficient_funds",
        "pm_card_chargeDeclinedLostCard, lost_card",
        "pm_card_chargeDeclinedStolenCard, stolen_card",
        "pm_card_chargeDeclinedVelocityLimitExceeded, card_velocity_exceeded",
        "pm_card_chargeDeclinedFraudulent, fraudulent",
        "pm_card_radarBlock, fraudulent",
        "pm_card_chargeDeclinedExpiredCard, expired_card",
        "pm_card_chargeDeclinedIncorrectCvc, incorrect_cvc",
        "pm_card_chargeDeclinedProcessingError, processing_error"
    })
    void eachPublishedDeclineHasItsCodeAndItsReference(String paymentMethod, String code) {
        ChargeRequest request = charge(TOTAL, paymentMethod);
        ChargeOutcome outcome = gateway.charge(request);
        SimulatedGateway.Row row = books.ledger(request.orderId()).getFirst();
        assertThat(outcome).isEqualTo(new Declined(reason(code), row.reference()));
        assertThat(row.charges()).isZero();
        assertThat(gateway.charge(request)).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({
        "1, GBP, pm_card_visa, amount_too_small",
        "100000000, GBP, pm_card_visa, amount_too_large",
        "4491, ZZZ, pm_card_visa, invalid_request",
        "4491, GBP, pm_card_doesNotExist, invalid_request"
    })
    void whatTheGatewayCannotChargeIsRefusedForGood(
            long amount, String currency, String paymentMethod, String code) {
        assertThat(gateway.charge(charge(new Money(amount, currency), paymentMethod)))
                .isEqualTo(new Declined(reason(code), null));
    }

    @Test
    void aWrongKeyIsForAnOperatorAndFailsNoPayment() {
        ChargeOutcome outcome =
                config.withKey("sk_test_other").gateway().charge(charge(TOTAL, "pm_card_visa"));
        assertThat(trouble(outcome)).isEqualTo(Trouble.MISCONFIGURED);
        assertThat(outcome.toString()).doesNotContain("sk_test");
    }

    @Test
    void aKeyThatWasUsedForAnotherRequestIsForAnOperator() {
        ChargeRequest request = charge(TOTAL, "pm_card_visa");
        gateway.charge(request);
        ChargeRequest other =
                new ChargeRequest(
                        request.key(),
                        request.orderId(),
                        request.paymentId(),
                        new Money(1, "GBP"),
                        request.paymentMethod());
        assertThat(trouble(gateway.charge(other))).isEqualTo(Trouble.MISCONFIGURED);
    }

    @Test
    void aChargeThatWasAskedForBeforeTheStorefrontMovedCounts() {
        ChargeRequest request = charge(TOTAL, "pm_card_visa");
        ChargeOutcome first = gateway.charge(request);
        var moved =
                new StripeGateway(
                        StripeClients.client(config), URI.create("https://moved.example"));

        assertThat(moved.charge(request)).isEqualTo(first).isInstanceOf(Captured.class);
        assertThat(books.ledger(request.orderId())).hasSize(1);
    }

    @Test
    void anOverloadedGatewaySaysWhenToComeBack() {
        books.behave("{\"error_rate\": 1, \"status\": 429, \"retry_after_s\": 7}");
        assertThat(gateway.charge(charge(TOTAL, "pm_card_visa")))
                .isEqualTo(new Unanswered(Trouble.BUSY, "HTTP 429", Duration.ofSeconds(7)));
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"error_rate\": 1, \"status\": 500}', 0",
        "'{\"reset_rate\": 1}', 0",
        "'{\"timeout_before_charge_rate\": 1, \"timeout_hold_ms\": 2000}', 0",
        "'{\"timeout_after_charge_rate\": 1, \"timeout_hold_ms\": 2000}', 1"
    })
    void anUnknownOutcomeBecomesKnownByTheSameKey(String trouble, int chargedMeanwhile) {
        PaymentGateway hasty = config.withReadTimeout(Duration.ofMillis(300)).gateway();
        ChargeRequest request = charge(TOTAL, "pm_card_visa");
        books.behave(trouble);
        assertThat(trouble(hasty.charge(request))).isEqualTo(Trouble.UNKNOWN);
        assertThat(charges(request)).isEqualTo(chargedMeanwhile);
        books.behave(
                """
                {"error_rate": 0, "reset_rate": 0,
                 "timeout_before_charge_rate": 0, "timeout_after_charge_rate": 0}\
                """);
        assertThat(gateway.charge(request)).isInstanceOf(Captured.class);
        assertThat(charges(request)).isEqualTo(1);
    }

    @Test
    void aRefundGivesBackAllOfTheChargeOnce() {
        ChargeRequest request = charge(TOTAL, "pm_card_visa");
        RefundRequest refund = refund(request);
        RefundOutcome first = gateway.refund(refund);
        assertThat(first).isInstanceOf(Refunded.class);
        assertThat(gateway.refund(refund)).isEqualTo(first);
        SimulatedGateway.Row row = books.ledger(request.orderId()).getFirst();
        assertThat(row.refunded()).isEqualTo(row.captured()).isEqualTo(4491);
        assertThat(row.refunds()).isEqualTo(1);
    }

    @Test
    void aRefundThatSomebodyElseMadeIsTheRefund() {
        ChargeRequest request = charge(TOTAL, "pm_card_visa");
        RefundRequest refund = refund(request);
        RefundOutcome theirs = gateway.refund(refund);
        RefundRequest ours =
                new RefundRequest(Ids.next(), refund.orderId(), refund.chargeReference(), TOTAL);
        assertThat(gateway.refund(ours)).isEqualTo(theirs);
    }

    @Test
    void aPendingRefundIsAskedAboutUntilItIsThrough() {
        books.behave("{\"refund_settle_ms\": 600000}");
        RefundRequest refund = refund(charge(TOTAL, "pm_card_pendingRefund"));
        assertThat(trouble(gateway.refund(refund))).isEqualTo(Trouble.PENDING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pm_card_authenticationRequired", "pm_card_threeDSecure2Required"})
    void aCardThatAsksForTheCustomerSaysWhere(String paymentMethod) {
        ChargeRequest request = charge(TOTAL, paymentMethod);
        ActionRequired asked = (ActionRequired) gateway.charge(request);
        assertThat(asked.url()).startsWith(config.url().toString());
        assertThat(gateway.charge(request)).isEqualTo(asked);
        assertThat(gateway.look(asked.reference())).isEqualTo(asked);
        assertThat(charges(request)).isZero();
    }

    @Test
    void anApprovedChargeIsCapturedAndCannotBeCalledOff() {
        ChargeRequest request = charge(TOTAL, "pm_card_threeDSecure2Required");
        String reference = ((ActionRequired) gateway.charge(request)).reference();
        books.approve(reference);
        assertThat(gateway.look(reference)).isEqualTo(new Captured(reference));
        assertThat(gateway.cancel(reference, CancelReason.ORDER_CANCELLED))
                .isEqualTo(new Captured(reference));
        assertThat(charges(request)).isEqualTo(1);
    }

    @Test
    void aRejectedChargeIsCalledOffSoThatNobodyTriesItAgain() {
        ChargeRequest request = charge(TOTAL, "pm_card_threeDSecure2Required");
        String reference = ((ActionRequired) gateway.charge(request)).reference();
        books.reject(reference);
        Declined rejected = new Declined(FailureReason.AUTHENTICATION_REQUIRED, reference);
        assertThat(gateway.look(reference)).isEqualTo(rejected);
        assertThat(books.ledger(request.orderId()).getFirst().status()).isEqualTo("canceled");
        assertThat(gateway.look(reference)).isEqualTo(rejected);
        assertThat(gateway.charge(request)).isEqualTo(rejected);
    }

    @Test
    void whyAChargeWasCalledOffIsKeptByTheGateway() {
        String late = ((ActionRequired) gateway.charge(asking())).reference();
        String unwanted = ((ActionRequired) gateway.charge(asking())).reference();
        Declined expired = new Declined(FailureReason.AUTHENTICATION_EXPIRED, late);
        assertThat(gateway.cancel(late, CancelReason.ABANDONED)).isEqualTo(expired);
        assertThat(gateway.cancel(late, CancelReason.ORDER_CANCELLED)).isEqualTo(expired);
        assertThat(gateway.cancel(unwanted, CancelReason.ORDER_CANCELLED))
                .isEqualTo(new Withdrawn(unwanted));
        assertThat(gateway.look(unwanted)).isEqualTo(new Withdrawn(unwanted));
    }

    @Test
    void aChargeIsFoundByItsPaymentWithoutItsKey() {
        ChargeRequest request = charge(TOTAL, "pm_card_visa");
        assertThat(gateway.find(request.paymentId())).isEmpty();
        ChargeOutcome outcome = gateway.charge(request);
        assertThat(gateway.find(request.paymentId())).contains(outcome);
    }

    @Test
    void aSearchThatGetsNoAnswerFindsNothingOut() {
        books.behave("{\"error_rate\": 1, \"status\": 500}");
        assertThat(trouble(gateway.find(Ids.next()).orElseThrow())).isEqualTo(Trouble.UNKNOWN);
    }

    private static ChargeRequest asking() {
        return charge(TOTAL, "pm_card_authenticationRequired");
    }

    private int charges(ChargeRequest request) {
        return books.ledger(request.orderId()).stream()
                .mapToInt(SimulatedGateway.Row::charges)
                .sum();
    }

    private RefundRequest refund(ChargeRequest request) {
        Captured captured = (Captured) gateway.charge(request);
        return new RefundRequest(
                Ids.next(), request.orderId(), captured.reference(), request.amount());
    }

    private static ChargeRequest charge(Money amount, String paymentMethod) {
        return new ChargeRequest(Ids.next(), Ids.next(), Ids.next(), amount, paymentMethod);
    }

    private static FailureReason reason(String code) {
        return FailureReason.ofDecline(code, null);
    }

    private static Trouble trouble(Object outcome) {
        return assertThat(outcome).asInstanceOf(type(Unanswered.class)).actual().trouble();
    }
}
