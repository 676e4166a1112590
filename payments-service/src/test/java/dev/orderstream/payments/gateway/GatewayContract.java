package dev.orderstream.payments.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.stripe.StripeClient;
import com.stripe.exception.CardException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.Event;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.model.StripeObject;
import com.stripe.net.RequestOptions;
import com.stripe.param.EventListParams;
import com.stripe.param.PaymentIntentCancelParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentListParams;
import com.stripe.param.PaymentIntentRetrieveParams;
import com.stripe.param.PaymentIntentSearchParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What this service relies on, said once for the simulator and for the gateway itself.
abstract class GatewayContract {

    private final String payment = UUID.randomUUID().toString();

    abstract StripeClient stripe();

    @Test
    void aGoodCardIsCapturedAtOnce() throws StripeException {
        PaymentIntent paid = pays("pm_card_visa");
        assertThat(paid.getStatus()).isEqualTo("succeeded");
        assertThat(paid.getAmountReceived()).isEqualTo(1999);
        assertThat(paid.getCurrency()).isEqualTo("gbp");
        assertThat(paid.getLatestCharge()).startsWith("ch_");
        assertThat(paid.getMetadata()).containsEntry("payment_id", payment);
        assertThat(paid.getCreated()).isPositive();
        assertThat(retrieved(paid)).isEqualTo(paid);
    }

    @ParameterizedTest
    @CsvSource({
        "pm_card_visa_chargeDeclined, card_declined, generic_decline",
        "pm_card_visa_chargeDeclinedInsufficientFunds, card_declined, insufficient_funds",
        "pm_card_chargeDeclinedExpiredCard, expired_card, ",
        "pm_card_chargeDeclinedIncorrectCvc, incorrect_cvc, ",
        "pm_card_chargeDeclinedProcessingError, processing_error, "
    })
    void aDeclinedCardIsACardErrorWithItsIntent(
            String paymentMethod, String code, String declineCode) {
        CardException declined =
                catchThrowableOfType(CardException.class, () -> pays(paymentMethod));
        assertThat(declined.getStatusCode()).isEqualTo(402);
        assertThat(declined.getCode()).isEqualTo(code);
        if (declineCode != null) {
            assertThat(declined.getDeclineCode()).isEqualTo(declineCode);
        }
        PaymentIntent intent = declined.getStripeError().getPaymentIntent();
        assertThat(intent.getStatus()).isEqualTo("requires_payment_method");
        assertThat(intent.getLastPaymentError().getCode()).isEqualTo(code);
    }

    @Test
    void aCardThatAsksForTheCustomerIsAPageToGoTo() throws StripeException {
        PaymentIntent asked = pays("pm_card_threeDSecure2Required");
        assertThat(asked.getStatus()).isEqualTo("requires_action");
        assertThat(asked.getNextAction().getType()).isEqualTo("redirect_to_url");
        assertThat(asked.getNextAction().getRedirectToUrl().getUrl()).startsWith("http");
        assertKnown(asked);
        PaymentIntent canceled =
                cancel(asked, PaymentIntentCancelParams.CancellationReason.ABANDONED);
        assertThat(canceled.getStatus()).isEqualTo("canceled");
        assertThat(canceled.getCancellationReason()).isEqualTo("abandoned");
        assertThat(canceled.getLastPaymentError()).isNull();
        assertKnown(canceled);
    }

    @Test
    void whatEndedCannotBeCanceled() throws StripeException {
        PaymentIntent paid = pays("pm_card_visa");
        InvalidRequestException refused =
                catchThrowableOfType(
                        InvalidRequestException.class,
                        () ->
                                cancel(
                                        paid,
                                        PaymentIntentCancelParams.CancellationReason
                                                .REQUESTED_BY_CUSTOMER));
        assertThat(refused.getStatusCode()).isEqualTo(400);
        assertThat(refused.getCode()).isEqualTo("payment_intent_unexpected_state");
    }

    @Test
    void aKeyBringsBackTheFirstAnswerAndRefusesAnotherRequest() throws StripeException {
        RequestOptions key =
                RequestOptions.builder().setIdempotencyKey(UUID.randomUUID().toString()).build();
        PaymentIntent first = stripe().v1().paymentIntents().create(params("pm_card_visa"), key);
        PaymentIntent again = stripe().v1().paymentIntents().create(params("pm_card_visa"), key);
        assertThat(again.getId()).isEqualTo(first.getId());
        assertThat(
                        catchThrowableOfType(
                                IdempotencyException.class,
                                () ->
                                        stripe().v1()
                                                .paymentIntents()
                                                .create(params("pm_card_mastercard"), key)))
                .isNotNull();
    }

    @Test
    void aRefundGivesAllBackOnce() throws StripeException {
        PaymentIntent paid = pays("pm_card_visa");
        Refund refund = refund(paid);
        assertThat(refund.getStatus()).isEqualTo("succeeded");
        assertThat(refund.getAmount()).isEqualTo(1999);
        assertThat(refund.getPaymentIntent()).isEqualTo(paid.getId());
        assertKnown(refund);
        InvalidRequestException refused =
                catchThrowableOfType(InvalidRequestException.class, () -> refund(paid));
        assertThat(refused.getCode()).isEqualTo("charge_already_refunded");
        RefundListParams ofPaid = RefundListParams.builder().setPaymentIntent(paid.getId()).build();
        assertThat(stripe().v1().refunds().list(ofPaid).getData())
                .extracting(Refund::getId)
                .containsExactly(refund.getId());
    }

    @Test
    void whatThereIsNotIsMissing() {
        InvalidRequestException missing =
                catchThrowableOfType(
                        InvalidRequestException.class,
                        () -> stripe().v1().paymentIntents().retrieve("pi_123"));
        assertThat(missing.getStatusCode()).isEqualTo(404);
        assertThat(missing.getCode()).isEqualTo("resource_missing");
    }

    @Test
    void anUnknownPaymentMethodIsNamed() {
        InvalidRequestException refused =
                catchThrowableOfType(InvalidRequestException.class, () -> pays("pm_doesNotExist"));
        assertThat(refused.getStatusCode()).isEqualTo(400);
        assertThat(refused.getParam()).isEqualTo("payment_method");
    }

    @Test
    void intentsAreListedByTimeAndSearchedByMetadata() throws StripeException {
        PaymentIntent paid = pays("pm_card_visa");
        PaymentIntentListParams since =
                PaymentIntentListParams.builder()
                        .setCreated(
                                PaymentIntentListParams.Created.builder()
                                        .setGte(paid.getCreated())
                                        .build())
                        .build();
        assertThat(stripe().v1().paymentIntents().list(since).getData())
                .extracting(PaymentIntent::getId)
                .contains(paid.getId());
        PaymentIntentSearchParams search =
                PaymentIntentSearchParams.builder()
                        .setQuery("metadata['payment_id']:'%s'".formatted(UUID.randomUUID()))
                        .build();
        var found = stripe().v1().paymentIntents().search(search);
        assertThat(found.getObject()).isEqualTo("search_result");
        assertThat(found.getData()).isEmpty();
        assertThat(found.getHasMore()).isFalse();
    }

    @Test
    void everyFieldThatIsSentIsOneThatTheOfficialClientKnows() throws StripeException {
        PaymentIntent paid = pays("pm_card_visa");
        PaymentIntentRetrieveParams withCharge =
                PaymentIntentRetrieveParams.builder().addExpand("latest_charge").build();
        PaymentIntent expanded = stripe().v1().paymentIntents().retrieve(paid.getId(), withCharge);
        assertKnown(expanded);
        assertThat(expanded.getLatestChargeObject().getAmountCaptured()).isEqualTo(1999);
        Event event =
                stripe().v1()
                        .events()
                        .list(EventListParams.builder().setType("payment_intent.succeeded").build())
                        .getData()
                        .getFirst();
        assertThat(event.getDataObjectDeserializer().getObject()).isPresent();
        assertThat(event.getLivemode()).isFalse();
    }

    /// The client drops what it does not know: nothing may be missing when it writes what it read.
    private static void assertKnown(StripeObject object) {
        JsonElement sent = object.getRawJsonObject();
        JsonElement known = JsonParser.parseString(object.toJson());
        List<String> unknown = new ArrayList<>();
        compare("", sent, known, unknown);
        assertThat(unknown).isEmpty();
    }

    private static void compare(
            String path, JsonElement sent, JsonElement known, List<String> unknown) {
        if (sent.isJsonNull() || !sent.isJsonObject()) {
            return;
        }
        if (!known.isJsonObject()) {
            unknown.add(path);
            return;
        }
        for (var field : sent.getAsJsonObject().entrySet()) {
            JsonElement same = known.getAsJsonObject().get(field.getKey());
            String name = path + "/" + field.getKey();
            if (same == null) {
                unknown.add(name);
            } else {
                compare(name, field.getValue(), same, unknown);
            }
        }
    }

    private PaymentIntent pays(String paymentMethod) throws StripeException {
        return stripe().v1().paymentIntents().create(params(paymentMethod));
    }

    private PaymentIntent retrieved(PaymentIntent intent) throws StripeException {
        return stripe().v1().paymentIntents().retrieve(intent.getId());
    }

    private PaymentIntent cancel(
            PaymentIntent intent, PaymentIntentCancelParams.CancellationReason reason)
            throws StripeException {
        return stripe().v1()
                .paymentIntents()
                .cancel(
                        intent.getId(),
                        PaymentIntentCancelParams.builder().setCancellationReason(reason).build());
    }

    private Refund refund(PaymentIntent intent) throws StripeException {
        return stripe().v1()
                .refunds()
                .create(
                        RefundCreateParams.builder()
                                .setPaymentIntent(intent.getId())
                                .setReason(RefundCreateParams.Reason.REQUESTED_BY_CUSTOMER)
                                .build());
    }

    private PaymentIntentCreateParams params(String paymentMethod) {
        return PaymentIntentCreateParams.builder()
                .setAmount(1999L)
                .setCurrency("gbp")
                .setPaymentMethod(paymentMethod)
                .addPaymentMethodType("card")
                .setConfirm(true)
                .setReturnUrl("https://shop.example/orders/1")
                .putMetadata("payment_id", payment)
                .build();
    }
}
