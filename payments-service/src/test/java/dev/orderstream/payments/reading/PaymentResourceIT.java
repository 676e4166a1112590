package dev.orderstream.payments.reading;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.orderstream.delivery.outbox.Ids;
import dev.orderstream.events.OrderEvent.OrderCreated;
import dev.orderstream.payments.testing.EventTopics;
import dev.orderstream.payments.testing.Orders;
import dev.orderstream.payments.testing.PaymentsDatabase;
import dev.orderstream.payments.testing.PaymentsStack;
import dev.orderstream.payments.testing.SimulatedGateway;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.build.Jwt;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(PaymentsStack.class)
class PaymentResourceIT {

    private static final Duration BOUND = Duration.ofSeconds(60);

    @Inject PaymentsDatabase database;

    @Inject
    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Inject
    @ConfigProperty(name = "orderstream.gateway.url")
    URI gatewayUrl;

    @AfterEach
    void mend() {
        new SimulatedGateway(gatewayUrl).behave("{\"error_rate\": 0}");
    }

    @Test
    void anOperatorSeesAPaymentAndItsCalls() {
        OrderCreated order = told("pm_card_chargeDeclinedExpiredCard");
        await().atMost(BOUND).until(() -> !database.told(order.orderId()).isEmpty());
        as("operator")
                .get("/payments/" + order.orderId())
                .then()
                .statusCode(200)
                .body("status", equalTo("FAILED"))
                .body("reason", equalTo("expired_card"))
                .body("amount.amount", equalTo(4491))
                .body("calls[0].kind", equalTo("charge"))
                .body("calls[0].state", equalTo("DONE"))
                .body("calls[0].attempts", greaterThan(0))
                .body("calls[0].lastProblem", nullValue());
    }

    @Test
    void anOperatorSeesWhyAChargeIsNotAnsweredYet() {
        SimulatedGateway gateway = new SimulatedGateway(gatewayUrl);
        gateway.behave("{\"error_rate\": 1, \"status\": 500}");
        OrderCreated order = told("pm_card_visa");
        await().atMost(BOUND)
                .until(() ->
                        database.calls(order.orderId()).stream()
                                .anyMatch(call -> call.lastProblem() != null));
        as("operator")
                .get("/payments/" + order.orderId())
                .then()
                .statusCode(200)
                .body("status", equalTo("CHARGING"))
                .body("calls[0].attempts", greaterThan(0))
                .body("calls[0].lastProblem", startsWith("UNKNOWN: HTTP 500"));
        String row = "find { it.orderId == '" + order.orderId() + "' }.";
        as("operator")
                .get("/payments?attention=true")
                .then()
                .statusCode(200)
                .body(row + "kind", equalTo("charge"))
                .body(row + "trouble", equalTo("UNKNOWN"))
                .body(row + "attempts", greaterThan(0))
                .body(row + "since", notNullValue());
        given().get("/q/metrics")
                .then()
                .body(matchesPattern("(?s).*payments_attention [1-9]\\d*\\.0\n.*"));
        gateway.behave("{\"error_rate\": 0}");
        await().atMost(BOUND).until(() -> !database.told(order.orderId()).isEmpty());
        as("operator")
                .get("/payments?attention=true")
                .then()
                .body("orderId", not(hasItem(order.orderId().toString())));
    }

    @Test
    void thereIsNoListOfAllPayments() {
        as("operator").get("/payments").then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"storefront", "analyst", "warehouse"})
    void nobodyElseMayLook(String role) {
        as(role).get("/payments/" + Ids.next()).then().statusCode(403);
        as(role).get("/payments?attention=true").then().statusCode(403);
    }

    @Test
    void withoutATokenThereIsNothingToSee() {
        given().get("/payments/" + Ids.next()).then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0193f2a0-5b1c-7c3e-9a41-2f6d8b0c1e57", "nonsense", "1", "%00"})
    void anUnknownOrderIsNotFound(String orderId) {
        as("operator").urlEncodingEnabled(false).get("/payments/" + orderId).then().statusCode(404);
    }

    @Test
    void healthNeedsNoToken() {
        given().get("/q/health").then().statusCode(200);
    }

    private OrderCreated told(String paymentMethod) {
        OrderCreated order = Orders.paidWith(paymentMethod);
        try (EventTopics topics = new EventTopics(bootstrapServers)) {
            topics.tell(order);
        }
        return order;
    }

    private static RequestSpecification as(String role) {
        String token =
                Jwt.issuer("https://orderstream.local")
                        .audience("orderstream")
                        .subject("somebody")
                        .groups(Set.of(role))
                        .sign();
        return given().auth().oauth2(token);
    }
}
