package dev.orderstream.orders.description;

import static dev.orderstream.orders.description.GeneratedClient.key;
import static dev.orderstream.orders.description.GeneratedClient.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.orderstream.client.ApiClient;
import dev.orderstream.client.api.OrdersApi;
import dev.orderstream.client.model.CancellationOutcome;
import dev.orderstream.client.model.OrderStatus;
import dev.orderstream.client.model.StreamedStep;
import dev.orderstream.client.model.TimelineEntry;
import dev.orderstream.client.model.TimelineStep;
import dev.orderstream.delivery.outbox.Ids;
import dev.orderstream.events.EmailEvent.EmailFailed;
import dev.orderstream.events.EmailEvent.EmailSent;
import dev.orderstream.events.EmailOccasion;
import dev.orderstream.events.Event;
import dev.orderstream.events.Money;
import dev.orderstream.events.PaymentEvent.PaymentActionRequired;
import dev.orderstream.events.PaymentEvent.PaymentFailed;
import dev.orderstream.events.PaymentEvent.PaymentRefunded;
import dev.orderstream.events.PaymentEvent.PaymentSucceeded;
import dev.orderstream.events.ShipmentEvent.ShipmentCancelled;
import dev.orderstream.events.ShipmentEvent.ShipmentDelivered;
import dev.orderstream.events.ShipmentEvent.ShipmentDispatched;
import dev.orderstream.events.ShipmentEvent.ShipmentPrepared;
import dev.orderstream.localstack.teststack.Broker;
import dev.orderstream.orders.testing.Api;
import dev.orderstream.orders.testing.Records;
import dev.orderstream.orders.testing.StackResource;
import dev.orderstream.orders.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Everything that can become of an order, as the generated client reads it.
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class GeneratedClientStoriesIT {

    private static final Duration BOUND = Duration.ofSeconds(60);
    private static final Instant T0 = Instant.parse("2026-11-22T09:00:00Z");
    private static final Money TOTAL = new Money(255, "GBP");
    private static final String STEP_DATA = "data:{\"status\":";

    private final String owner = Api.owner();
    private final Set<OrderStatus> statuses = EnumSet.of(OrderStatus.PROCESSING);
    private final Set<TimelineStep> steps = EnumSet.noneOf(TimelineStep.class);
    private OrdersApi orders = new OrdersApi();

    @BeforeEach
    void connect() {
        orders = GeneratedClient.of(owner);
    }

    @Test
    void theGeneratedEnumsHaveTheValuesOfTheService() {
        assertThat(names(OrderStatus.values()))
                .isEqualTo(names(dev.orderstream.orders.lifecycle.OrderStatus.values()));
        assertThat(names(TimelineStep.values()))
                .isEqualTo(names(dev.orderstream.orders.timeline.TimelineStep.values()));
        assertThat(names(CancellationOutcome.values()))
                .isEqualTo(names(dev.orderstream.orders.lifecycle.CancellationOutcome.values()));
    }

    @Test
    void everyStatusAndEveryStepThatComesIsUnderstood() throws Exception {
        UUID delivered = placed();
        UUID shipment = Ids.next();
        tell(action(delivered), OrderStatus.ACTION_REQUIRED);
        tell(paid(delivered), OrderStatus.PAID);
        tell(new ShipmentPrepared(delivered, shipment, T0), OrderStatus.PREPARING);
        tell(
                new ShipmentDispatched(delivered, shipment, "Post", "T-1", T0),
                OrderStatus.DISPATCHED);
        tell(new EmailSent(delivered, EmailOccasion.ORDER_RECEIVED, "<1@x>", T0), null);
        tell(
                new EmailFailed(delivered, EmailOccasion.PAYMENT_SUCCEEDED, "<2@x>", "refused", T0),
                null);
        tell(new ShipmentDelivered(delivered, shipment, T0), OrderStatus.DELIVERED);
        UUID declined = placed();
        tell(
                new PaymentFailed(declined, Ids.next(), TOTAL, "expired_card", null, T0),
                OrderStatus.PAYMENT_FAILED);
        UUID cancelled = placed();
        tell(paid(cancelled), OrderStatus.PAID);
        orders.cancelOrder(cancelled.toString(), null);
        tell(noParcel(cancelled), OrderStatus.CANCELLED);
        tell(new PaymentRefunded(cancelled, Ids.next(), TOTAL, "re_1", T0), OrderStatus.REFUNDED);

        await().atMost(BOUND)
                .untilAsserted(() -> {
                    for (UUID order : List.of(delivered, declined, cancelled)) {
                        steps.addAll(stepsOf(order));
                    }
                    assertThat(steps).containsExactlyInAnyOrder(TimelineStep.values());
                });
        assertThat(statuses).containsExactlyInAnyOrder(OrderStatus.values());
        assertThat(orders.getOrder(delivered.toString(), null).getShipment().getTrackingNumber())
                .isEqualTo("T-1");
        assertThat(orders.getOrder(cancelled.toString(), null).getPayment().getRefundedAt())
                .isEqualTo("2026-11-22T09:00:00Z");
    }

    /// The generator knows no event streams: its method returns when the stream has ended, and the
    /// events are read where the client lets its user see the answer as it comes.
    @Test
    void anOrderIsFollowedToItsEnd() throws Exception {
        UUID order = placed();
        List<String> lines = new CopyOnWriteArrayList<>();
        ApiClient client = GeneratedClient.with(Tokens.of("storefront", owner));
        client.setResponseInterceptor(answer -> lines(answer).forEach(lines::add));
        OrdersApi following = new OrdersApi(client);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var end = threads.submit(() -> following.followOrder(order.toString(), null));
            try {
                await().atMost(BOUND)
                        .untilAsserted(() ->
                                assertThat(streamed(lines))
                                        .containsExactly(TimelineStep.ORDER_PLACED));
                orders.cancelOrder(order.toString(), null);
                Broker.send(List.of(Records.of(noParcel(order))));
                end.get(BOUND.toSeconds(), TimeUnit.SECONDS);
            } finally {
                // A stream that never ends must not keep a test that has failed.
                threads.shutdownNow();
            }
        }

        assertThat(streamed(lines)).containsExactlyInAnyOrderElementsOf(stepsOf(order));
        assertThat(lines).contains("event:end");
    }

    private UUID placed() throws Exception {
        return orders.placeOrder(key(), order(1)).getId();
    }

    private void tell(Event event, @Nullable OrderStatus then) {
        Broker.send(List.of(Records.of(event)));
        if (then != null) {
            String id = event.orderId().toString();
            await().atMost(BOUND)
                    .untilAsserted(() ->
                            assertThat(orders.getOrder(id, null).getStatus()).isEqualTo(then));
            statuses.add(then);
        }
    }

    private List<TimelineStep> stepsOf(UUID order) throws Exception {
        return orders.getTimeline(order.toString(), null).getItems().stream()
                .map(TimelineEntry::getStep)
                .toList();
    }

    private static Stream<String> lines(HttpResponse<InputStream> answer) {
        return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))
                .lines();
    }

    private static List<TimelineStep> streamed(List<String> lines) throws JsonProcessingException {
        List<TimelineStep> streamed = new CopyOnWriteArrayList<>();
        for (String line : lines) {
            if (line.startsWith(STEP_DATA) && line.contains("\"step\"")) {
                streamed.add(
                        ApiClient.createDefaultObjectMapper()
                                .readValue(line.substring("data:".length()), StreamedStep.class)
                                .getStep());
            }
        }
        return streamed;
    }

    private static List<String> names(Enum<?>[] values) {
        return Stream.of(values).map(Enum::name).toList();
    }

    private static PaymentActionRequired action(UUID order) {
        return new PaymentActionRequired(order, Ids.next(), TOTAL, "https://bank.example/3ds", T0);
    }

    private static PaymentSucceeded paid(UUID order) {
        return new PaymentSucceeded(order, Ids.next(), TOTAL, "pi_1", T0);
    }

    private static ShipmentCancelled noParcel(UUID order) {
        return new ShipmentCancelled(order, Ids.next(), "cancellation-requested", T0);
    }
}
