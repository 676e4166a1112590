package dev.orderstream.shipping.reporting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

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
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The warehouse gives parcels away and hears of their arrival.
@QuarkusTest
@QuarkusTestResource(StackResource.class)
@TestProfile(WarehouseIT.ByWarehouse.class)
class WarehouseIT {

    private static final List<String> PREPARED = List.of("ShipmentPrepared.v1");
    private static final List<String> DISPATCHED =
            List.of("ShipmentPrepared.v1", "ShipmentDispatched.v1");
    private static final List<String> DELIVERED =
            List.of("ShipmentPrepared.v1", "ShipmentDispatched.v1", "ShipmentDelivered.v1");
    private static final List<String> CANCELLED =
            List.of("ShipmentPrepared.v1", "ShipmentCancelled.v1");
    private static final String WAREHOUSE = "warehouse";

    @Inject Rows rows;

    /// The warehouse reports everything.
    public static class ByWarehouse implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("shipping.dispatch.by-warehouse", "true", "shipping.delivery.after", "");
        }
    }

    @Test
    void aPreparedParcelWaitsForTheWarehouseAndIsReportedOnce() {
        UUID order = prepared();
        assertThat(rows.texts("SELECT kind FROM effect WHERE order_id = ?", order)).isEmpty();

        for (String role : List.of(WAREHOUSE, "operator")) {
            dispatch(role, order, "ROYAL-1")
                    .statusCode(200)
                    .body("state", equalTo("DISPATCHED"))
                    .body("carrier", equalTo("Royal Mail"))
                    .body("trackingNumber", equalTo("ROYAL-1"));
        }
        assertThat(rows.told(order)).isEqualTo(DISPATCHED);
        refused(dispatch(WAREHOUSE, order, "ROYAL-2"), 409, "shipment-dispatched-otherwise");

        for (String role : List.of(WAREHOUSE, "operator")) {
            delivery(role, order)
                    .statusCode(200)
                    .body("state", equalTo("DELIVERED"))
                    .body("deliveredAt", notNullValue());
        }
        dispatch(WAREHOUSE, order, "ROYAL-1").statusCode(200).body("state", equalTo("DELIVERED"));
        refused(dispatch(WAREHOUSE, order, "ROYAL-2"), 409, "shipment-dispatched-otherwise");
        assertThat(rows.told(order)).isEqualTo(DELIVERED);
    }

    @Test
    void aParcelThatIsNotThatFarIsRefused() {
        UUID order = Ids.next();
        send(Orders.created(order));
        assertThat(Waiting.until(List.of("1"), () -> known(order, "parcel"))).hasSize(1);

        refused(dispatch(WAREHOUSE, order, "ROYAL-1"), 409, "shipment-not-ready");
        refused(delivery(WAREHOUSE, order), 409, "shipment-not-ready");
        refused(delivery(WAREHOUSE, prepared()), 409, "shipment-not-ready");
        refused(dispatch(WAREHOUSE, Ids.next(), "ROYAL-1"), 404, "shipment-not-found");
        refused(delivery(WAREHOUSE, Ids.next()), 404, "shipment-not-found");
        assertThat(rows.told(order)).isEmpty();
    }

    @Test
    void aCancelledParcelIsNotGivenAway() {
        UUID order = prepared();
        send(Orders.cancel(order));
        assertThat(toldOnce(order, CANCELLED)).isEqualTo(CANCELLED);

        refused(dispatch(WAREHOUSE, order, "ROYAL-1"), 409, "shipment-cancelled");
        refused(delivery(WAREHOUSE, order), 409, "shipment-cancelled");
        as(WAREHOUSE)
                .get("/shipments/{order}", order)
                .then()
                .statusCode(200)
                .body("state", equalTo("CANCELLED"))
                .body("cancelReason", equalTo("cancellation-requested"));
        assertThat(rows.told(order)).isEqualTo(CANCELLED);
    }

    @Test
    void aCancellationAfterTheDispatchIsTooLate() {
        UUID order = prepared();
        dispatch(WAREHOUSE, order, "ROYAL-1").statusCode(200);

        send(Orders.cancel(order));

        assertThat(Waiting.until(List.of("1"), () -> known(order, "cancellation_requested_at")))
                .hasSize(1);
        assertThat(rows.told(order)).isEqualTo(DISPATCHED);
    }

    @Test
    void reportsAndCancellationsAtTheSameTimeEndEachParcelInOneWay() {
        List<UUID> orders = Stream.generate(Ids::next).limit(40).toList();
        send(
                orders.stream()
                        .flatMap(order -> Stream.of(Orders.created(order), Orders.paid(order)))
                        .toArray(Event[]::new));
        orders.forEach(order -> assertThat(toldOnce(order, PREPARED)).isEqualTo(PREPARED));

        Thread cancelling =
                Thread.ofVirtual().start(() -> orders.forEach(order -> send(Orders.cancel(order))));
        List<Integer> answers =
                orders.reversed().parallelStream()
                        .flatMap(order -> IntStream.range(0, 2).mapToObj(_ -> order))
                        .map(order -> dispatch(WAREHOUSE, order, "ROYAL-1").extract().statusCode())
                        .toList();
        join(cancelling);

        assertThat(answers).isSubsetOf(200, 409);
        for (UUID order : orders) {
            assertThat(Waiting.until(List.of("1"), () -> known(order, "cancellation_requested_at")))
                    .hasSize(1);
            assertThat(rows.told(order)).isIn(DISPATCHED, CANCELLED);
        }
    }

    @Test
    void onlyTheWarehouseAndOperatorsReport() {
        UUID order = prepared();

        for (String role : List.of("storefront", "analyst")) {
            refused(dispatch(role, order, "ROYAL-1"), 403, "forbidden");
            refused(delivery(role, order), 403, "forbidden");
        }
        refused(given().post("/shipments/{order}/delivery", order).then(), 401, "unauthenticated");
        assertThat(rows.told(order)).isEqualTo(PREPARED);
    }

    @Test
    void aReportIsExactlyACarrierAndANumber() {
        UUID order = prepared();

        refused(dispatchBody(order, "{\"carrier\": \"Royal Mail\""), 400, "malformed-json");
        refused(dispatchBody(order, "{} {}"), 400, "malformed-json");
        for (String body :
                List.of(
                        "",
                        "[]",
                        "null",
                        "{\"carrier\": \"Royal Mail\"}",
                        "{\"carrier\": \"Royal Mail\", \"trackingNumber\": 7}",
                        "{\"carrier\": \" \", \"trackingNumber\": \"R1\"}",
                        "{\"carrier\": \"Royal\\r\\nMail\", \"trackingNumber\": \"R1\"}",
                        "{\"carrier\": \"R\", \"trackingNumber\": \"" + "1".repeat(101) + "\"}",
                        "{\"carrier\": \"R\", \"trackingNumber\": \"1\", \"state\": \"x\"}")) {
            refused(dispatchBody(order, body), 422, "validation-failed");
        }
        refused(dispatchBody(order, " ".repeat(5000)), 413, "body-too-large");
        refused(
                as(WAREHOUSE)
                        .contentType("text/plain")
                        .body("{}")
                        .post("/shipments/{order}/dispatch", order)
                        .then(),
                415,
                "media-type-not-supported");
        refused(as(WAREHOUSE).post("/shipments/no-id/delivery").then(), 404, "not-found");
        refused(
                as(WAREHOUSE).delete("/shipments/{order}/dispatch", order).then(),
                405,
                "method-not-allowed");
        assertThat(rows.told(order)).isEqualTo(PREPARED);
    }

    private UUID prepared() {
        UUID order = Ids.next();
        send(Orders.created(order), Orders.paid(order));
        assertThat(toldOnce(order, PREPARED)).isEqualTo(PREPARED);
        return order;
    }

    private List<String> toldOnce(UUID order, List<String> expected) {
        return Waiting.until(expected, () -> rows.told(order));
    }

    private List<String> known(UUID order, String column) {
        return rows.texts(
                "SELECT 1 FROM shipment WHERE order_id = ? AND %s IS NOT NULL".formatted(column),
                order);
    }

    private static ValidatableResponse dispatch(String role, UUID order, String number) {
        return as(role).contentType("application/json")
                .body(Map.of("carrier", "Royal Mail", "trackingNumber", number))
                .post("/shipments/{order}/dispatch", order)
                .then();
    }

    private static ValidatableResponse dispatchBody(UUID order, String body) {
        return as(WAREHOUSE)
                .contentType("application/json")
                .body(body)
                .post("/shipments/{order}/dispatch", order)
                .then();
    }

    private static ValidatableResponse delivery(String role, UUID order) {
        return as(role).post("/shipments/{order}/delivery", order).then();
    }

    private static void refused(ValidatableResponse answer, int status, String code) {
        answer.statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code))
                .body("status", equalTo(status))
                .body("type", equalTo("/problems/" + code));
    }

    private static RequestSpecification as(String role) {
        return given().auth().oauth2(Tokens.of(role, "somebody"));
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void send(Event... events) {
        Broker.send(Stream.of(events).map(Records::of).toList());
    }
}
