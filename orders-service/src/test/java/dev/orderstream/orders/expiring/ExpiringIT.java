package dev.orderstream.orders.expiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.orderstream.delivery.outbox.Ids;
import dev.orderstream.events.Event;
import dev.orderstream.events.Money;
import dev.orderstream.events.PaymentEvent.PaymentSucceeded;
import dev.orderstream.events.ShipmentEvent.ShipmentCancelled;
import dev.orderstream.events.ShipmentEvent.ShipmentDelivered;
import dev.orderstream.localstack.teststack.Broker;
import dev.orderstream.orders.testing.Api;
import dev.orderstream.orders.testing.Records;
import dev.orderstream.orders.testing.Rows;
import dev.orderstream.orders.testing.StackResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Orders that are past their time, as a clock a day ahead finds them.
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ExpiringIT {

    private static final Duration BOUND = Duration.ofSeconds(60);
    private static final Instant T0 = Instant.parse("2026-11-22T09:00:00Z");
    private static final String CREATED = "OrderCreated.v1";
    private static final String REQUESTED = "OrderCancellationRequested.v1";

    @Inject Rows rows;
    @Inject ExpiryClock expiry;
    @Inject SweepingOldOrders sweeping;

    private final String owner = Api.owner();

    @Test
    void anOrderOfWhichNothingCameIsCancelledAndShownUntilItIs() {
        UUID order = Api.placed(owner);

        expiry.sweep(tomorrow());

        assertThat(rows.told(order)).containsExactly(CREATED, REQUESTED);
        assertThat(overdue()).contains(order.toString());
        Api.get(owner, "/orders/" + order).then().body("cancellation.outcome", equalTo("PENDING"));
        assertThat(detail(order, "CANCELLATION_REQUESTED")).contains("not completed in time");

        send(new ShipmentCancelled(order, Ids.next(), "order-expired", T0));

        awaitStatus(order, "CANCELLED");
        assertThat(rows.told(order)).containsExactly(CREATED, REQUESTED, "OrderCancelled.v1");
        assertThat(detail(order, "ORDER_CANCELLED")).contains("not completed in time");
        assertThat(overdue()).doesNotContain(order.toString());
    }

    @Test
    void aCancelledOrderThatTurnsOutToBePaidIsShownAgainUntilItsRefund() {
        UUID order = Api.placed(owner);
        expiry.sweep(tomorrow());
        send(new ShipmentCancelled(order, Ids.next(), "order-expired", T0));
        awaitStatus(order, "CANCELLED");
        expiry.sweep(tomorrow());

        send(paid(order));

        await().atMost(BOUND).until(() -> overdue().contains(order.toString()));
    }

    @Test
    void aPaidOrderIsNotCancelledButShownAndCountedUntilItEnds() {
        expiry.sweep(tomorrow());
        UUID order = Api.placed(owner);
        send(paid(order));
        awaitStatus(order, "PAID");
        double before = gauge("PAID");

        expiry.sweep(tomorrow());

        assertThat(rows.told(order)).containsExactly(CREATED);
        assertThat(overdue()).contains(order.toString());
        assertThat(gauge("PAID")).isGreaterThan(before);

        send(new ShipmentDelivered(order, Ids.next(), T0));

        awaitStatus(order, "DELIVERED");
        assertThat(overdue()).doesNotContain(order.toString());
        expiry.sweep(tomorrow());
        assertThat(rows.texts("SELECT order_id FROM overdue_order WHERE order_id = ?", order))
                .isEmpty();
    }

    @Test
    void anOrderThatIsYoungerOrHasEndedIsLeftAlone() {
        UUID ended = Api.placed(owner);
        send(paid(ended), new ShipmentDelivered(ended, Ids.next(), T0));
        awaitStatus(ended, "DELIVERED");
        expiry.sweep(tomorrow());
        UUID young = Api.placed(owner);

        expiry.sweep(Instant.now().plus(Duration.ofHours(23)));

        assertThat(rows.told(ended)).containsExactly(CREATED, "OrderCompleted.v1");
        assertThat(rows.told(young)).containsExactly(CREATED);
        assertThat(overdue()).doesNotContain(ended.toString(), young.toString());
    }

    @Test
    void sweepersAtOnceCancelEachOrderOnce() throws Exception {
        List<UUID> orders = Stream.generate(() -> Api.placed(owner)).limit(100).toList();
        Instant tomorrow = tomorrow();
        var start = new CyclicBarrier(4);
        Callable<Boolean> sweeper =
                () -> {
                    int _ = start.await();
                    return sweeping.sweep(tomorrow);
                };

        try (var threads = Executors.newFixedThreadPool(4)) {
            for (Future<Boolean> sweep :
                    threads.invokeAll(List.of(sweeper, sweeper, sweeper, sweeper))) {
                assertThat(sweep.get()).isFalse();
            }
        }

        for (UUID order : orders) {
            assertThat(rows.told(order)).containsExactly(CREATED, REQUESTED);
        }
    }

    @Test
    void aSweeperLeavesItToTheOneThatIsAtIt() {
        UUID order = Api.placed(owner);
        Instant tomorrow = tomorrow();

        try (var another = Executors.newSingleThreadExecutor()) {
            QuarkusTransaction.requiringNew()
                    .run(() -> {
                        assertThat(sweeping.sweep(tomorrow)).isFalse();
                        assertThat(another.submit(() -> sweeping.sweep(tomorrow)))
                                .succeedsWithin(BOUND)
                                .isEqualTo(false);
                    });
        }

        assertThat(rows.told(order)).containsExactly(CREATED, REQUESTED);
    }

    @Test
    void anOrderIsLookedAtOnce() {
        UUID order = Api.placed(owner);
        expiry.sweep(tomorrow());

        expiry.sweep(tomorrow());

        assertThat(rows.told(order)).containsExactly(CREATED, REQUESTED);
        assertThat(rows.texts("SELECT order_id >= ?::uuid FROM expiry_watermark", order))
                .containsExactly("t");
    }

    @Test
    void theListOfOverdueOrdersIsForOperators() {
        Api.get(owner, "/orders?overdue=true")
                .then()
                .statusCode(403)
                .body("code", equalTo("forbidden"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"maybe", "TRUE"})
    void overdueIsTrueOrFalse(String text) {
        Api.as("operator", "op")
                .get("/orders?overdue=" + text)
                .then()
                .statusCode(400)
                .body("code", equalTo("parameter-invalid"));
    }

    private static Instant tomorrow() {
        return Instant.now().plus(Duration.ofHours(25));
    }

    private static PaymentSucceeded paid(UUID order) {
        return new PaymentSucceeded(order, Ids.next(), new Money(510, "GBP"), "pi_1", T0);
    }

    private static void send(Event... events) {
        Broker.send(Arrays.stream(events).map(Records::of).toList());
    }

    /// All pages of what operators see.
    private static List<String> overdue() {
        List<String> ids = new ArrayList<>();
        String path = "/orders?overdue=true&limit=100";
        while (path != null) {
            var page = Api.as("operator", "op").urlEncodingEnabled(false).get(path);
            ids.addAll(page.path("items.id"));
            String link = page.header("Link");
            path = link == null ? null : link.substring(1, link.indexOf('>'));
        }
        return ids;
    }

    private static double gauge(String status) {
        String tag = "status=\"%s\"".formatted(status);
        return RestAssured.get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("orderstream_orders_overdue{"))
                .filter(line -> line.contains(tag))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .findFirst()
                .orElse(0);
    }

    private void awaitStatus(UUID order, String status) {
        await().atMost(BOUND)
                .untilAsserted(() ->
                        assertThat(Api.get(owner, "/orders/" + order).<String>path("status"))
                                .isEqualTo(status));
    }

    private String detail(UUID order, String step) {
        return Api.get(owner, "/orders/" + order + "/timeline")
                .path("items.find { it.step == '%s' }.detail".formatted(step));
    }
}
