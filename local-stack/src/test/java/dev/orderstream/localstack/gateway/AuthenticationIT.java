package dev.orderstream.localstack.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.stripe.exception.CardException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.param.PaymentIntentCreateParams;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Cards that a person has to approve (3-D Secure).
class AuthenticationIT {

    private static final String SHOP = "http://127.0.0.1:8080/orders/1?from=gateway";

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
            strings = {
                "pm_card_authenticationRequired",
                "pm_card_threeDSecure2Required",
                "pm_card_threeDSecureRequired"
            })
    void theCustomerIsAskedAndApproves(String card) throws Exception {
        PaymentIntent asked = ask(card);
        assertThat(asked.getStatus()).isEqualTo("requires_action");
        assertThat(asked.getAmountReceived()).isZero();
        String url = asked.getNextAction().getRedirectToUrl().getUrl();
        assertThat(open(HttpRequest.newBuilder(URI.create(url))).body())
                .contains("Approve this payment?", "19.99 GBP", "order-1");

        HttpResponse<String> done = answer(url, "approve");

        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(done.headers().firstValue("Location").orElseThrow())
                .startsWith(SHOP + "&payment_intent=" + asked.getId())
                .endsWith("redirect_status=succeeded");
        assertThat(now(asked).getStatus()).isEqualTo("succeeded");
        assertThat(open(HttpRequest.newBuilder(URI.create(url))).body()).contains("was approved");
    }

    @Test
    void theCustomerRejectsAndNothingIsCharged() throws Exception {
        PaymentIntent asked = ask("pm_card_threeDSecure2Required");

        HttpResponse<String> done =
                answer(asked.getNextAction().getRedirectToUrl().getUrl(), "reject");

        assertThat(done.headers().firstValue("Location").orElseThrow()).endsWith("status=failed");
        PaymentIntent now = now(asked);
        assertThat(now.getStatus()).isEqualTo("requires_payment_method");
        assertThat(now.getLastPaymentError().getCode())
                .isEqualTo("payment_intent_authentication_failure");
        assertThat(now.getLatestCharge()).isNull();
    }

    @Test
    void aSecondAnswerChangesNothing() throws Exception {
        PaymentIntent asked = ask("pm_card_threeDSecure2Required");
        String url = asked.getNextAction().getRedirectToUrl().getUrl();
        assertThat(answer(url, "approve").statusCode()).isEqualTo(303);

        assertThat(answer(url, "reject").statusCode()).isEqualTo(303);

        assertThat(now(asked).getStatus()).isEqualTo("succeeded");
    }

    @Test
    void theLinkNeedsItsSecret() throws Exception {
        PaymentIntent asked = ask("pm_card_threeDSecure2Required");

        String url = gateway.base() + "/3d_secure/" + asked.getId() + "?client_secret=guess";

        assertThat(answer(url, "approve").statusCode()).isEqualTo(404);
        assertThat(now(asked).getStatus()).isEqualTo("requires_action");
    }

    @Test
    void offSessionNobodyCanBeAsked() {
        PaymentIntentCreateParams params =
                Gateway.pays("pm_card_authenticationRequired", 1999).setOffSession(true).build();

        CardException error =
                catchThrowableOfType(
                        CardException.class,
                        () -> gateway.stripe.v1().paymentIntents().create(params));

        assertThat(error.getCode()).isEqualTo("authentication_required");
        assertThat(error.getDeclineCode()).isEqualTo("authentication_required");
    }

    @Test
    void whoRefusesActionsGetsAnError() {
        PaymentIntentCreateParams params =
                Gateway.pays("pm_card_authenticationRequired", 1999)
                        .setErrorOnRequiresAction(true)
                        .build();

        CardException error =
                catchThrowableOfType(
                        CardException.class,
                        () -> gateway.stripe.v1().paymentIntents().create(params));

        assertThat(error.getDeclineCode()).isEqualTo("authentication_not_handled");
    }

    @Test
    void aProgramAnswersInTheCustomersPlace() throws Exception {
        PaymentIntent asked = ask("pm_card_threeDSecureRequiredChargeDeclined");
        String path = "/_simulator/payment_intents/" + asked.getId() + "/approve";

        assertThat(gateway.post(path, "").statusCode()).isEqualTo(204);

        assertThat(now(asked).getLastPaymentError().getDeclineCode()).isEqualTo("generic_decline");
        assertThat(gateway.post(path, "").statusCode()).isEqualTo(409);
    }

    private PaymentIntent ask(String card) throws StripeException {
        return gateway.stripe
                .v1()
                .paymentIntents()
                .create(Gateway.pays(card, 1999).setReturnUrl(SHOP).build());
    }

    private PaymentIntent now(PaymentIntent intent) throws StripeException {
        return gateway.stripe.v1().paymentIntents().retrieve(intent.getId());
    }

    private static HttpResponse<String> answer(String url, String decision) throws Exception {
        return open(
                HttpRequest.newBuilder(URI.create(url))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("decision=" + decision)));
    }

    private static HttpResponse<String> open(HttpRequest.Builder request) throws Exception {
        try (HttpClient browser = HttpClient.newHttpClient()) {
            return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
