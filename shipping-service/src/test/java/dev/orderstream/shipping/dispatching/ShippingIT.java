package dev.orderstream.shipping.dispatching;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.orderstream.delivery.outbox.Ids;
import dev.orderstream.events.Event;
import dev.orderstream.localstack.teststack.Broker;
import dev.orderstream.shipping.testing.Orders;
import dev.orderstream.shipping.testing.Records;
import dev.orderstream.shipping.testing.Rows;
import dev.orderstream.shipping.testing.StackResource;
import dev.orderstream.shipping.testing.Tokens;
import dev.orderstream.shipping.testing.Waiting;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/// Records on the topics become rows, events and parcels.
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ShippingIT {

    private static final List<String> SHIPPED =
            List.of("ShipmentPrepared.v1", "ShipmentDispatched.v1", "ShipmentDelivered.v1");
    private static final List<String> CANCELLED = List.of("ShipmentCancelled.v1");
    private static final List<String> GIVEN_UP =
            List.of("ShipmentPrepared.v1", "ShipmentCancelled.v1");

    @Inject Rows rows;

    @Test
    void anOrderThatIsPaidIsPreparedDispatchedAndDelivered() {
        UUID order = Ids.next();

        send(Orders.created(order), Orders.paid(order));

        assertThat(toldOnce(order, SHIPPED)).isEqualTo(SHIPPED);
    }

    @Test
    void aPaymentBeforeItsOrderEndsTheSame() {
        UUID order = Ids.next();
        send(Orders.paid(order));
        assertThat(Waiting.until(List.of("1"), () -> known(order, "paid_at"))).hasSize(1);

        send(Orders.created(order));

        assertThat(toldOnce(order, SHIPPED)).isEqualTo(SHIPPED);
    }

    @Test
    void duplicatesWithTheSameAndWithNewIdsShipOnce() {
        UUID order = Ids.next();
        UUID id = Ids.next();

        Broker.send(
                List.of(
                        Records.of(Orders.created(order), id),
                        Records.of(Orders.created(order), id),
                        Records.of(Orders.paid(order)),
                        Records.of(Orders.created(order)),
                        Records.of(Orders.paid(order))));

        assertThat(toldOnce(order, SHIPPED)).isEqualTo(SHIPPED);
    }

    @Test
    void anOrderWhosePaymentFailedShipsNothing() {
        UUID order = Ids.next();
        UUID behind = Ids.next();

        send(Orders.created(order), Orders.notPaid(order));
        send(Orders.created(behind), Orders.paid(behind));

        assertThat(toldOnce(behind, SHIPPED)).isEqualTo(SHIPPED);
        assertThat(Waiting.until(List.of("1"), () -> known(order, "payment_failed_at"))).hasSize(1);
        assertThat(rows.told(order)).isEmpty();
    }

    @Test
    void aCancellationBeforeThePaymentMeansThatNothingIsEverDispatched() {
        UUID order = Ids.next();
        send(Orders.created(order), Orders.cancel(order));
        assertThat(toldOnce(order, CANCELLED)).isEqualTo(CANCELLED);

        send(Orders.paid(order), Orders.cancel(order));

        assertThat(Waiting.until(List.of("1"), () -> known(order, "paid_at"))).hasSize(1);
        assertThat(rows.told(order)).isEqualTo(CANCELLED);
        assertThat(rows.texts("SELECT kind FROM effect WHERE order_id = ?", order)).isEmpty();
    }

    @Test
    void aCancellationAfterTheDispatchIsTooLateAndTellsNothing() {
        UUID order = Ids.next();
        send(Orders.created(order), Orders.paid(order));
        assertThat(toldOnce(order, SHIPPED)).isEqualTo(SHIPPED);

        send(Orders.cancel(order));

        assertThat(Waiting.until(List.of("1"), () -> known(order, "cancellation_requested_at")))
                .hasSize(1);
        assertThat(rows.told(order)).isEqualTo(SHIPPED);
    }

    @Test
    void anyInterleavingOfManyOrdersAndCancellationsEndsEachInOneWay() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        List<UUID> orders = Stream.generate(Ids::next).limit(300).toList();
        List<Event> events = new ArrayList<>();
        List<String> postalCodes = List.of("SW1Y 4JH", "SLOW", "AWAY", "REFUSED", "LOST");
        for (int i = 0; i < orders.size(); i++) {
            UUID order = orders.get(i);
            String postalCode = postalCodes.get(i % postalCodes.size());
            events.addAll(List.of(Orders.created(order, postalCode), Orders.paid(order)));
            if (i % 3 > 0) {
                events.addAll(List.of(Orders.cancel(order), Orders.cancel(order)));
            }
        }
        Collections.shuffle(events, new Random(seed));

        send(events.toArray(Event[]::new));

        assertThat(Waiting.until(List.of("300"), () -> endedAfterDays(orders)))
                .containsExactly("300");
        for (UUID order : orders) {
            assertThat(rows.told(order)).isIn(SHIPPED, CANCELLED, GIVEN_UP);
        }
    }

    @Test
    void poisonBeforeAGoodOneIsADeadLetterAndTheGoodOneIsTaken() {
        UUID order = Ids.next();
        byte[] key = order.toString().getBytes(StandardCharsets.UTF_8);
        var poison = Records.of(Orders.created(order));
        var bad = new ProducerRecord<>(poison.topic(), null, key, new byte[] {1, 2, 3});
        poison.headers().forEach(bad.headers()::add);

        Broker.send(
                List.of(bad, Records.of(Orders.created(order)), Records.of(Orders.paid(order))));

        assertThat(toldOnce(order, SHIPPED)).isEqualTo(SHIPPED);
        assertThat(Broker.all("shipping-service.dlq"))
                .anySatisfy(letter -> assertThat(letter.value()).isEqualTo(new byte[] {1, 2, 3}));
    }

    @Test
    void operatorsAndTheWarehouseSeeAShipmentAndOthersDoNot() {
        UUID order = Ids.next();
        send(Orders.created(order), Orders.paid(order));
        assertThat(toldOnce(order, SHIPPED)).isEqualTo(SHIPPED);

        for (String role : List.of("operator", "warehouse")) {
            given().auth()
                    .oauth2(Tokens.of(role, "somebody"))
                    .get("/shipments/{order}", order)
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("DELIVERED"))
                    .body("trackingNumber", startsWith("SP"));
        }
        given().get("/shipments/{order}", order).then().statusCode(401);
        given().auth()
                .oauth2(Tokens.of("storefront", "somebody"))
                .get("/shipments/{order}", order)
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(Tokens.of("operator", "somebody"))
                .get("/shipments/{order}", Ids.next())
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("shipment-not-found"));
        given().get("/q/health/ready").then().statusCode(200);
    }

    private List<String> toldOnce(UUID order, List<String> expected) {
        return Waiting.until(expected, () -> rows.told(order));
    }

    private List<String> known(UUID order, String column) {
        return rows.texts(
                "SELECT 1 FROM shipment WHERE order_id = ? AND %s IS NOT NULL".formatted(column),
                order);
    }

    private List<String> endedAfterDays(List<UUID> orders) {
        rows.waitForDays(orders);
        return rows.texts(
                """
                SELECT count(*) FROM shipment
                WHERE order_id = ANY (?::uuid[]) AND num_nonnulls(delivered_at, cancelled_at) = 1
                """,
                orders);
    }

    private static void send(Event... events) {
        Broker.send(Stream.of(events).map(Records::of).toList());
    }
}
