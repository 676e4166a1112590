package dev.orderstream.orders.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderstream.delivery.outbox.Ids;
import dev.orderstream.events.EmailEvent.EmailSent;
import dev.orderstream.events.EmailOccasion;
import dev.orderstream.events.Event;
import dev.orderstream.events.Money;
import dev.orderstream.events.PaymentEvent.PaymentFailed;
import dev.orderstream.events.PaymentEvent.PaymentSucceeded;
import dev.orderstream.events.ShipmentEvent.ShipmentDelivered;
import dev.orderstream.events.ShipmentEvent.ShipmentDispatched;
import dev.orderstream.events.ShipmentEvent.ShipmentPrepared;
import dev.orderstream.localstack.teststack.Broker;
import dev.orderstream.localstack.teststack.Part;
import dev.orderstream.localstack.teststack.TestStack;
import dev.orderstream.orders.testing.Api;
import dev.orderstream.orders.testing.Records;
import dev.orderstream.orders.testing.Rows;
import dev.orderstream.orders.testing.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/// Records of the other services, as they come from the broker, carry orders to their end.
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class LifecycleIT {

    private static final Duration BOUND = Duration.ofSeconds(60);
    private static final Instant T0 = Instant.parse("2026-11-22T09:00:00Z");
    private static final Money TOTAL = new Money(510, "GBP");

    @Inject Rows rows;

    private final String owner = Api.owner();

    @Test
    void aPaidOrderIsPaid() {
        UUID order = Api.placed(owner);

        send(paid(order));

        awaitStatus(order, "PAID");
        assertThat(steps(order)).containsExactly("ORDER_PLACED", "PAYMENT_SUCCEEDED");
    }

    @Test
    void aDeclinedOrderSaysWhy() {
        UUID order = Api.placed(owner);

        send(new PaymentFailed(order, Ids.next(), TOTAL, "insufficient_funds", null, T0));

        awaitStatus(order, "PAYMENT_FAILED");
        assertThat(Api.get(owner, "/orders/" + order).<String>path("payment.failureReason"))
                .isEqualTo("insufficient_funds");
        assertThat(Api.get(owner, "/orders/" + order + "/timeline").<String>path("items[1].detail"))
                .contains("funds");
    }

    @Test
    void anOrderThatIsPaidAndDeliveredIsCompletedOnce() {
        UUID order = Api.placed(owner);

        send(story(order).toArray(Event[]::new));

        awaitStatus(order, "DELIVERED");
        // The mail's step is of another topic than the delivery.
        await().atMost(BOUND).until(() -> steps(order).size() == 7);
        assertThat(rows.told(order)).containsExactly("OrderCreated.v1", "OrderCompleted.v1");
        assertThat(steps(order)).hasSize(7).contains("EMAIL_SENT", "ORDER_COMPLETED");
        assertThat(Api.get(owner, "/orders/" + order).<String>path("shipment.trackingNumber"))
                .isEqualTo("T-1");
    }

    @Test
    void reorderedAndDuplicatedEventsEndAlike() {
        List<UUID> orders = Stream.generate(() -> Api.placed(owner)).limit(5).toList();

        for (UUID order : orders) {
            List<ProducerRecord<byte[], byte[]>> records =
                    new ArrayList<>(story(order).stream().map(Records::of).toList());
            records.addAll(List.copyOf(records));
            Collections.reverse(records);
            Broker.send(records);
        }

        for (UUID order : orders) {
            awaitStatus(order, "DELIVERED");
            await().atMost(BOUND).until(() -> steps(order).size() == 7);
            assertThat(rows.told(order)).containsExactly("OrderCreated.v1", "OrderCompleted.v1");
        }
    }

    @Test
    void anEventOfAnUnknownOrderBecomesADeadLetterAndTheNextGoesOn() {
        UUID order = Api.placed(owner);
        var foreign = Records.of(paid(Ids.next()));
        var mail = Records.of(new EmailSent(Ids.next(), EmailOccasion.ORDER_RECEIVED, "<m@x>", T0));

        Broker.send(List.of(foreign, mail, Records.of(paid(order))));

        awaitStatus(order, "PAID");
        awaitDeadLetter(foreign);
        awaitDeadLetter(mail);
    }

    @Test
    void poisonBecomesADeadLetterByteForByteAndTheNextGoesOn() {
        UUID order = Api.placed(owner);
        var good = Records.of(paid(order));
        var poison =
                new ProducerRecord<>(
                        good.topic(),
                        null,
                        good.key(),
                        "\u0000 not json".getBytes(StandardCharsets.UTF_8),
                        Records.of(paid(order)).headers());

        Broker.send(List.of(poison, good));

        awaitStatus(order, "PAID");
        awaitDeadLetter(poison);
    }

    @Test
    void eventsThatComeWhileTheDatabaseIsKilledAreTakenOnceWhenItIsBack() {
        List<UUID> orders = Stream.generate(() -> Api.placed(owner)).limit(20).toList();
        List<ProducerRecord<byte[], byte[]>> records =
                orders.stream().flatMap(order -> story(order).stream()).map(Records::of).toList();

        TestStack.start().kill(Part.POSTGRES);
        Broker.send(records);
        Broker.send(records);
        TestStack.start().restart(Part.POSTGRES);
        awaitHealthy();

        for (UUID order : orders) {
            awaitStatus(order, "DELIVERED");
            assertThat(rows.told(order)).containsExactly("OrderCreated.v1", "OrderCompleted.v1");
            await().atMost(BOUND).until(() -> steps(order).size() == 7);
        }
    }

    private static List<Event> story(UUID order) {
        UUID shipment = Ids.next();
        return List.of(
                paid(order),
                new ShipmentPrepared(order, shipment, T0.plusSeconds(1)),
                new ShipmentDispatched(order, shipment, "Post", "T-1", T0.plusSeconds(2)),
                new ShipmentDelivered(order, shipment, T0.plusSeconds(3)),
                new EmailSent(order, EmailOccasion.ORDER_RECEIVED, "<" + order + "@x>", T0));
    }

    private static PaymentSucceeded paid(UUID order) {
        return new PaymentSucceeded(order, Ids.next(), TOTAL, "pi_1", T0);
    }

    private static void send(Event... events) {
        Broker.send(Arrays.stream(events).map(Records::of).toList());
    }

    /// Each dead connection of the pool costs one request before the pool is new again.
    private static void awaitHealthy() {
        await().atMost(BOUND)
                .until(() ->
                        IntStream.range(0, 40)
                                .map(i -> Api.get("anybody", "/orders").statusCode())
                                .allMatch(status -> status == 200));
    }

    private void awaitStatus(UUID order, String status) {
        await().atMost(BOUND)
                .untilAsserted(() ->
                        assertThat(Api.get(owner, "/orders/" + order).<String>path("status"))
                                .isEqualTo(status));
    }

    private static void awaitDeadLetter(ProducerRecord<byte[], byte[]> bad) {
        await().atMost(BOUND)
                .until(() ->
                        Broker.all("orders-service.dlq").stream()
                                .anyMatch(letter ->
                                        Arrays.equals(letter.key(), bad.key())
                                                && Arrays.equals(letter.value(), bad.value())));
    }

    private List<String> steps(UUID order) {
        return Api.get(owner, "/orders/" + order + "/timeline").path("items.step");
    }
}
