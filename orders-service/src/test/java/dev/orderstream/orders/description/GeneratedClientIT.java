package dev.orderstream.orders.description;

import static dev.orderstream.orders.description.GeneratedClient.failure;
import static dev.orderstream.orders.description.GeneratedClient.key;
import static dev.orderstream.orders.description.GeneratedClient.order;
import static dev.orderstream.orders.description.GeneratedClient.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.orderstream.client.ApiClient;
import dev.orderstream.client.ApiException;
import dev.orderstream.client.ApiResponse;
import dev.orderstream.client.api.OrdersApi;
import dev.orderstream.client.model.CancellationOutcome;
import dev.orderstream.client.model.CancellationRequest;
import dev.orderstream.client.model.FieldError;
import dev.orderstream.client.model.Money;
import dev.orderstream.client.model.Order;
import dev.orderstream.client.model.OrderPage;
import dev.orderstream.client.model.OrderRequest;
import dev.orderstream.client.model.OrderRequestCustomer;
import dev.orderstream.client.model.OrderStatus;
import dev.orderstream.client.model.Problem;
import dev.orderstream.client.model.Steps;
import dev.orderstream.client.model.TimelineEntry;
import dev.orderstream.client.model.TimelineStep;
import dev.orderstream.orders.testing.Api;
import dev.orderstream.orders.testing.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A stranger with nothing but the committed description: a client generated from it does it all.
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class GeneratedClientIT {

    private static final String REPLAYED = "Idempotent-Replayed";

    private final String owner = Api.owner();
    private OrdersApi orders = new OrdersApi();

    @BeforeEach
    void connect() {
        orders = GeneratedClient.of(owner);
    }

    @Test
    void anOrderIsPlacedOnceByItsKey() throws Exception {
        String key = key();

        ApiResponse<Order> placed = orders.placeOrderWithHttpInfo(key, order(2));
        ApiResponse<Order> again = orders.placeOrderWithHttpInfo(key, order(2));

        assertThat(placed.getStatusCode()).isEqualTo(201);
        assertThat(placed.getData().getStatus()).isEqualTo(OrderStatus.PROCESSING);
        assertThat(placed.getData().getTotal()).isEqualTo(new Money().amount(510L).currency("GBP"));
        assertThat(placed.getData().getCustomer().getId()).isEqualTo(owner);
        assertThat(header(placed, "Location")).endsWith("/orders/" + placed.getData().getId());
        assertThat(placed.getHeaders()).doesNotContainKey(REPLAYED);
        assertThat(again.getData()).isEqualTo(placed.getData());
        assertThat(again.getHeaders()).containsEntry(REPLAYED, List.of("true"));
    }

    @Test
    void anotherOrderUnderTheSameKeyIsAProblemThatDecodes() throws Exception {
        String key = key();
        orders.placeOrder(key, order(2));

        ApiException refused = failure(() -> orders.placeOrder(key, order(3)));

        assertThat(refused.getCode()).isEqualTo(422);
        assertThat(refused.getResponseHeaders().firstValue("Content-Type").orElse(""))
                .startsWith("application/problem+json");
        Problem problem = problem(refused);
        assertThat(problem.getCode()).isEqualTo("idempotency-key-reused");
        assertThat(problem.getType()).isEqualTo("/problems/idempotency-key-reused");
        assertThat(problem.getStatus()).isEqualTo(422);
        assertThat(problem.getInstance()).isEqualTo("/orders");
        assertThat(problem.getTitle()).isNotBlank();
        assertThat(problem.getDetail()).isNotBlank();
    }

    @Test
    void missingFieldsAreNamedByTheirPointers() throws Exception {
        OrderRequest request = order(1).customer(new OrderRequestCustomer()).paymentMethod(null);
        request.getLines().getFirst().setUnitPrice(null);

        Problem problem = problem(failure(() -> orders.placeOrder(key(), request)));

        assertThat(problem.getCode()).isEqualTo("validation-failed");
        assertThat(problem.getErrors())
                .extracting(FieldError::getPointer, FieldError::getCode)
                .containsExactlyInAnyOrder(
                        tuple("/customer/name", "required"),
                        tuple("/customer/email", "required"),
                        tuple("/lines/0/unitPrice", "required"),
                        tuple("/paymentMethod", "required"));
    }

    @Test
    void anOrderAndItsTimelineAreReadAgainOnlyWhenTheyChanged() throws Exception {
        Order placed = orders.placeOrder(key(), order(1));
        String id = placed.getId().toString();

        ApiResponse<Order> read = orders.getOrderWithHttpInfo(id, null);
        ApiResponse<Steps> told = orders.getTimelineWithHttpInfo(id, null);
        String orderTag = header(read, "ETag");
        String timelineTag = header(told, "ETag");

        assertThat(read.getData()).isEqualTo(placed);
        assertThat(told.getData().getItems())
                .extracting(TimelineEntry::getStep)
                .containsExactly(TimelineStep.ORDER_PLACED);
        assertThat(failure(() -> orders.getOrder(id, orderTag)).getCode()).isEqualTo(304);
        assertThat(failure(() -> orders.getTimeline(id, timelineTag)).getCode()).isEqualTo(304);
        orders.cancelOrder(id, null);
        assertThat(orders.getOrder(id, orderTag).getCancellation()).isNotNull();
        assertThat(orders.getTimeline(id, timelineTag).getItems()).hasSize(2);
    }

    @Test
    void aFilteredListIsFollowedPageByPage() throws Exception {
        Order oldest = orders.placeOrder(key(), order(1));
        Order middle = orders.placeOrder(key(), order(2));
        Order newest = orders.placeOrder(key(), order(3));
        List<String> status = List.of(OrderStatus.PROCESSING.getValue());
        String from = oldest.getPlacedAt().toString();

        ApiResponse<OrderPage> first =
                orders.listOrdersWithHttpInfo(null, "2", null, from, null, status);
        String next = first.getData().getNext();
        OrderPage second = orders.listOrders(next, "2", null, from, null, status);

        assertThat(first.getData().getItems()).containsExactly(newest, middle);
        assertThat(first.getHeaders()).containsKey("Link");
        assertThat(second.getItems()).containsExactly(oldest);
        assertThat(second.getNext()).isNull();
        assertThat(
                        orders.listOrders(null, null, null, null, null, List.of("PAID", "REFUNDED"))
                                .getItems())
                .isEmpty();
        assertThat(problem(failure(() -> orders.listOrders("!", "2", null, null, null, null))))
                .extracting(Problem::getCode)
                .isEqualTo("parameter-invalid");
    }

    @Test
    void anOrderIsCancelledAndTheSecondTimeNothingChanges() throws Exception {
        String id = orders.placeOrder(key(), order(1)).getId().toString();
        CancellationRequest twice = new CancellationRequest().reason("Ordered twice");

        ApiResponse<Order> asked = orders.cancelOrderWithHttpInfo(id, twice);
        ApiResponse<Order> again = orders.cancelOrderWithHttpInfo(id, twice);

        assertThat(asked.getStatusCode()).isEqualTo(202);
        assertThat(asked.getData().getCancellation().getOutcome())
                .isEqualTo(CancellationOutcome.PENDING);
        assertThat(asked.getData().getCancellation().getRequestedAt()).isNotNull();
        assertThat(again.getData()).isEqualTo(asked.getData());
        assertThat(orders.cancelOrder(id, null)).isEqualTo(asked.getData());
        assertThat(orders.cancelOrder(id, new CancellationRequest())).isEqualTo(asked.getData());
        assertThat(orders.getTimeline(id, null).getItems())
                .extracting(TimelineEntry::getStep)
                .containsExactly(TimelineStep.ORDER_PLACED, TimelineStep.CANCELLATION_REQUESTED);
    }

    @Test
    void somebodyElsesOrderIsNotFoundWhateverIsAsked() throws Exception {
        String id = GeneratedClient.of(Api.owner()).placeOrder(key(), order(1)).getId().toString();

        for (ApiException refused :
                List.of(
                        failure(() -> orders.getOrder(id, null)),
                        failure(() -> orders.getTimeline(id, null)),
                        failure(() -> orders.cancelOrder(id, null)),
                        failure(() -> orders.followOrder(id, null)))) {
            assertThat(refused.getCode()).isEqualTo(404);
            assertThat(problem(refused).getCode()).isEqualTo("order-not-found");
        }
    }

    @Test
    void withoutATokenTheChallengeComesWithTheProblem() throws Exception {
        ApiClient client = GeneratedClient.with("");

        ApiException refused = failure(() -> new OrdersApi(client).getOrder("1", null));

        assertThat(refused.getCode()).isEqualTo(401);
        assertThat(refused.getResponseHeaders().map())
                .containsEntry("WWW-Authenticate", List.of("Bearer"));
        assertThat(problem(refused).getCode()).isEqualTo("unauthenticated");
    }

    private static String header(ApiResponse<?> answer, String name) {
        return answer.getHeaders().getOrDefault(name, List.of()).getFirst();
    }
}
