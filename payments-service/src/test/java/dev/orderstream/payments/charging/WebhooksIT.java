package dev.orderstream.payments.charging;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.stripe.Stripe;
import com.stripe.net.Webhook.Signature;
import dev.orderstream.events.OrderEvent.OrderCreated;
import dev.orderstream.payments.testing.EventTopics;
import dev.orderstream.payments.testing.Orders;
import dev.orderstream.payments.testing.PaymentsDatabase;
import dev.orderstream.payments.testing.PaymentsDatabase.Told;
import dev.orderstream.payments.testing.PaymentsStack;
import dev.orderstream.payments.testing.SimulatedGateway;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the gateway tells by itself, and customers who are with their bank.
@QuarkusTest
@WithTestResource(PaymentsStack.class)
@SuppressWarnings("NullAway.Init")
class WebhooksIT {

    private static final Duration BOUND = Duration.ofSeconds(60);
    private static final String ASKS = "pm_card_threeDSecure2Required";

    @Inject PaymentsDatabase database;

    @Inject
    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Inject
    @ConfigProperty(name = "orderstream.gateway.url")
    URI gatewayUrl;

    @TestHTTPResource("/webhooks/gateway")
    URI endpoint;

    private EventTopics topics;
    private SimulatedGateway books;

    @BeforeEach
    void open() {
        topics = new EventTopics(bootstrapServers);
        books = new SimulatedGateway(gatewayUrl);
        books.behave(
                """
                {"webhooks": {"enabled": true, "url": "%s", "delay_ms": 0, "secrets": ["%s"]}}\
                """
                        .formatted(endpoint, PaymentsStack.WEBHOOK_SECRET));
    }

    @AfterEach
    void close() {
        topics.close();
        books.behave(
                """
                {"latency_ms": 0, "timeout_after_charge_rate": 0,
                 "webhooks": {"enabled": false, "delay_ms": 0, "duplicate_rate": 0, "reorder": false}}\
                """);
    }

    @Test
    void aWebhookTellsOfAChargeWhoseAnswerIsLost() {
        OrderCreated order = Orders.paidWith("pm_card_visa");
        books.behave("{\"timeout_after_charge_rate\": 1, \"timeout_hold_ms\": 3000}");
        UUID created = topics.tell(order);
        Told told = news(order, 1).getFirst();
        assertThat(told.type()).isEqualTo("PaymentSucceeded.v1");
        assertThat(told.causationId()).isEqualTo(created);
        assertThat(database.balance(order.orderId())).isEqualTo(4491);
        await().atMost(BOUND)
                .until(() -> database.calls(order.orderId()).getFirst().state().equals("DONE"));
        assertThat(books.ledger(order.orderId())).hasSize(1);
        assertThat(database.told(order.orderId())).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"webhooks\": {\"duplicate_rate\": 1}}",
                "{\"webhooks\": {\"duplicate_rate\": 1, \"reorder\": true}}",
                "{\"webhooks\": {\"duplicate_rate\": 1}, \"latency_ms\": 100}",
                "{\"webhooks\": {\"delay_ms\": 300, \"secrets\": [\"whsec_next\"]}}"
            })
    void howeverWebhooksComeThereIsOneOutcome(String behaviour) {
        books.behave(behaviour);
        List<OrderCreated> orders =
                List.of(
                        Orders.paidWith("pm_card_visa"),
                        Orders.paidWith("pm_card_chargeDeclined"),
                        Orders.paidWith(ASKS));
        orders.forEach(topics::tell);
        approve(orders.getLast());
        topics.tell(Orders.cancelled(orders.getFirst()));
        topics.tell(Orders.cancelled(orders.getLast()));
        assertThat(news(orders.get(1), 1))
                .extracting(Told::type)
                .containsExactly("PaymentFailed.v1");
        assertThat(news(orders.getLast(), 3))
                .extracting(Told::type)
                .containsExactly(
                        "PaymentActionRequired.v1", "PaymentSucceeded.v1", "PaymentRefunded.v1");
        orders.forEach(order -> await().atMost(BOUND).until(() -> isQuiet(order)));
        orders.forEach(order -> assertThat(database.balance(order.orderId())).isZero());
        orders.forEach(order ->
                assertThat(database.told(order.orderId()))
                        .extracting(Told::type)
                        .doesNotHaveDuplicates());
    }

    @Test
    void aCustomerIsToldWhereToGoAndPays() {
        OrderCreated order = Orders.paidWith(ASKS);
        topics.tell(order);
        Told asked = news(order, 1).getFirst();
        assertThat(asked.type()).isEqualTo("PaymentActionRequired.v1");
        assertThat(asked.payload()).contains("\"actionUrl\":\"" + gatewayUrl + "/3d_secure/pi_");
        approve(order);
        assertThat(news(order, 2)).extracting(Told::type).contains("PaymentSucceeded.v1");
        await().atMost(BOUND).until(() -> isQuiet(order));
    }

    @Test
    void withoutWebhooksTheGatewayIsAsked() {
        books.behave("{\"webhooks\": {\"enabled\": false}}");
        OrderCreated order = Orders.paidWith(ASKS);
        topics.tell(order);
        news(order, 1);
        approve(order);
        assertThat(news(order, 2)).extracting(Told::type).contains("PaymentSucceeded.v1");
    }

    @Test
    void aCustomerWhoRejectsFailsThePaymentForGood() {
        OrderCreated order = Orders.paidWith(ASKS);
        topics.tell(order);
        news(order, 1);
        books.reject(database.reference(order.orderId()));
        assertThat(news(order, 2).getLast().payload())
                .contains("\"reason\":\"authentication_required\"");
        assertThat(books.ledger(order.orderId()).getFirst().status()).isEqualTo("canceled");
    }

    @Test
    void aCustomerWhoStaysAwayLosesThePayment() {
        OrderCreated order = Orders.paidWith(ASKS);
        topics.tell(order);
        news(order, 1);
        database.run(
                """
                UPDATE effect
                SET input = jsonb_set(input::jsonb, '{expiresAt}', '"2026-01-01T00:00:00Z"')::text,
                    state = 'PENDING', attempt = attempt + 1, next_attempt_at = now()
                WHERE order_id = ? AND kind = 'authentication'
                """,
                order.orderId());
        assertThat(news(order, 2).getLast().payload())
                .contains("\"reason\":\"authentication_expired\"");
        assertThat(books.ledger(order.orderId()).getFirst().status()).isEqualTo("canceled");
    }

    @Test
    void aCancellationWhileTheCustomerIsAwayChargesNothingAndTellsNothing() {
        OrderCreated order = Orders.paidWith(ASKS);
        topics.tell(order);
        news(order, 1);
        topics.tell(Orders.cancelled(order));
        await().atMost(BOUND).until(() -> isQuiet(order));
        assertThat(database.told(order.orderId())).hasSize(1);
        assertThat(books.ledger(order.orderId()).getFirst().status()).isEqualTo("canceled");
        assertThat(count("withdrawn_at IS NOT NULL", order)).isEqualTo(1);
    }

    @Test
    void aRefundThatFailsAfterAllIsTriedThreeTimesAndThenAnOperatorsMatter() {
        OrderCreated order = Orders.paidWith("pm_card_refundFail");
        topics.tell(order);
        news(order, 1);
        topics.tell(Orders.cancelled(order));
        await().atMost(BOUND).until(() -> count("cardinality(failed_refunds) = 3", order) == 1);
        await().atMost(BOUND).until(() -> isQuiet(order));
        assertThat(news(order, 2))
                .extracting(Told::type)
                .containsExactly("PaymentSucceeded.v1", "PaymentRefunded.v1");
        assertThat(database.balance(order.orderId())).isEqualTo(4491);
        assertThat(books.ledger(order.orderId()).getFirst().refunded()).isZero();
        assertThat(database.calls(order.orderId())).hasSize(4);
    }

    @Test
    void whatIsForgedStaleOrAlteredLeavesNoTrace() throws GeneralSecurityException {
        OrderCreated order = Orders.paidWith(ASKS);
        topics.tell(order);
        news(order, 1);
        String body = captured(order);
        long now = Instant.now().getEpochSecond();
        String good = Signature.generateSignatureHeader(body, PaymentsStack.WEBHOOK_SECRET, now);
        long before = database.count("SELECT count(*) FROM webhook_event");
        refused(body, Signature.generateSignatureHeader(body, "whsec_forged", now));
        refused(
                body,
                Signature.generateSignatureHeader(body, PaymentsStack.WEBHOOK_SECRET, now - 301));
        refused(body + " ", good);
        refused(body, "t=" + now);
        refused(body, "nonsense");
        refused(body, "t=soon,v1=00");
        given().body(body).post(endpoint).then().statusCode(400);
        assertThat(database.count("SELECT count(*) FROM webhook_event")).isEqualTo(before);
        assertThat(database.told(order.orderId())).hasSize(1);
        // What is signed is learnt from.
        post(body, good).statusCode(200);
        assertThat(database.count("SELECT count(*) FROM webhook_event")).isEqualTo(before + 1);
        given().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("payments_webhooks_total{outcome=\"refused\"}"));
    }

    @Test
    void aWebhookOfACaptureThatWasJustRecordedIsAnsweredWithoutTheDatabase() throws Exception {
        OrderCreated order = Orders.paidWith("pm_card_visa");
        topics.tell(order);
        news(order, 1);
        database.whileNobodyCanRead(
                "payment",
                () ->
                        await().atMost(BOUND)
                                .ignoreExceptionsInstanceOf(HttpTimeoutException.class)
                                .until(() -> answer(captured(order)) == 200));
        assertThat(database.told(order.orderId())).hasSize(1);
    }

    private static String captured(OrderCreated order) {
        return """
        {"id": "evt_again", "object": "event", "api_version": "%s",
         "type": "payment_intent.succeeded",
         "data": {"object": {"id": "pi_again", "object": "payment_intent", "status": "succeeded",
                             "metadata": {"order_id": "%s"}}}}
        """
                .formatted(Stripe.API_VERSION, order.orderId());
    }

    private int answer(String body) throws Exception {
        String signature = Signature.generateSignatureHeader(body, PaymentsStack.WEBHOOK_SECRET);
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(endpoint)
                                    .timeout(Duration.ofSeconds(2))
                                    .header("Stripe-Signature", signature)
                                    .POST(BodyPublishers.ofString(body))
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
        }
    }

    @Test
    void aBodyThatIsTooLargeIsNotRead() {
        given().body("x".repeat(300 * 1024)).post(endpoint).then().statusCode(413);
    }

    private void refused(String body, String signature) {
        post(body, signature)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("signature-invalid"));
    }

    private ValidatableResponse post(String body, String signature) {
        return given().header("Stripe-Signature", signature).body(body).post(endpoint).then();
    }

    private void approve(OrderCreated order) {
        await().atMost(BOUND).until(() -> !database.told(order.orderId()).isEmpty());
        books.approve(database.reference(order.orderId()));
    }

    private List<Told> news(OrderCreated order, int count) {
        await().atMost(BOUND).until(() -> database.told(order.orderId()).size() >= count);
        assertThat(database.told(order.orderId())).hasSize(count);
        return database.told(order.orderId());
    }

    private boolean isQuiet(OrderCreated order) {
        return database.calls(order.orderId()).stream()
                .allMatch(call -> call.state().equals("DONE"));
    }

    private long count(String condition, OrderCreated order) {
        return database.count(
                "SELECT count(*) FROM payment WHERE order_id = ? AND " + condition,
                order.orderId());
    }
}
