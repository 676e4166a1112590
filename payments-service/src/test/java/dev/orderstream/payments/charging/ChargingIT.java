package dev.orderstream.payments.charging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.orderstream.delivery.database.DatabaseException;
import dev.orderstream.delivery.outbox.Ids;
import dev.orderstream.events.OrderEvent.OrderCreated;
import dev.orderstream.localstack.teststack.Broker;
import dev.orderstream.payments.gateway.ChargeRequest;
import dev.orderstream.payments.gateway.PaymentGateway;
import dev.orderstream.payments.testing.EventTopics;
import dev.orderstream.payments.testing.Orders;
import dev.orderstream.payments.testing.PaymentsDatabase;
import dev.orderstream.payments.testing.PaymentsDatabase.Told;
import dev.orderstream.payments.testing.PaymentsStack;
import dev.orderstream.payments.testing.SimulatedGateway;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(PaymentsStack.class)
class ChargingIT {

    private static final Duration BOUND = Duration.ofSeconds(60);
    private static final String CALM =
            """
            {"latency_ms": 0, "error_rate": 0, "reset_rate": 0,
             "timeout_before_charge_rate": 0, "timeout_after_charge_rate": 0}\
            """;

    @Inject PaymentsDatabase database;
    @Inject PaymentGateway gateway;

    @Inject
    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Inject
    @ConfigProperty(name = "orderstream.gateway.url")
    URI gatewayUrl;

    private EventTopics topics;
    private SimulatedGateway books;

    @BeforeEach
    void open() {
        topics = new EventTopics(bootstrapServers);
        books = new SimulatedGateway(gatewayUrl);
    }

    @AfterEach
    void close() {
        topics.close();
        books.behave(CALM);
    }

    @Test
    void aNewOrderIsChargedExactlyItsTotalAndToldOnce() {
        OrderCreated order = Orders.paidWith("pm_card_visa");
        UUID created = topics.tell(order);
        Told told = onlyNews(order);
        SimulatedGateway.Row row = onlyCharge(order);
        assertThat(told.type()).isEqualTo("PaymentSucceeded.v1");
        assertThat(told.causationId()).isEqualTo(created);
        assertThat(told.payload()).contains("\"gatewayReference\":\"" + row.reference() + '"');
        assertThat(row.captured()).isEqualTo(order.total().amount());
        assertThat(database.balance(order.orderId())).isEqualTo(order.total().amount());
    }

    @Test
    void theLedgerOnlyGrows() {
        OrderCreated order = Orders.paidWith("pm_card_visa");
        topics.tell(order);
        onlyNews(order);
        for (String change :
                List.of(
                        "UPDATE ledger_transfer SET amount_minor = 1",
                        "DELETE FROM ledger_transfer")) {
            assertThatThrownBy(() -> database.run(change)).isInstanceOf(DatabaseException.class);
        }
        assertThat(database.balance(order.orderId())).isEqualTo(4491);
    }

    @ParameterizedTest
    @CsvSource({
        "pm_card_chargeDeclined, generic_decline",
        "pm_card_chargeDeclinedInsufficientFunds, insufficient_funds",
        "pm_card_chargeDeclinedExpiredCard, expired_card",
        "pm_card_chargeDeclinedProcessingError, processing_error",
        "pm_card_doesNotExist, invalid_request"
    })
    void aDeclineIsToldWithItsCode(String paymentMethod, String code) {
        OrderCreated order = Orders.paidWith(paymentMethod);
        topics.tell(order);
        Told told = onlyNews(order);
        assertThat(told.type()).isEqualTo("PaymentFailed.v1");
        assertThat(told.payload()).contains("\"reason\":\"" + code + '"');
        assertThat(books.ledger(order.orderId())).allMatch(row -> row.charges() == 0);
    }

    @Test
    void aDuplicateOrderCreatedChargesOnce() {
        OrderCreated order = Orders.paidWith("pm_card_visa");
        UUID id = topics.tell(order);
        topics.tell(order, id);
        onlyNews(order);
        topics.tell(order, id);
        settled(order);
        onlyNews(order);
        onlyCharge(order);
    }

    @Test
    void anotherEventOfTheSameOrderChargesOnce() {
        OrderCreated order = Orders.paidWith("pm_card_visa");
        topics.tell(order);
        topics.tell(order);
        onlyNews(order);
        topics.tell(order);
        settled(order);
        onlyNews(order);
        onlyCharge(order);
    }

    @Test
    void anOrderThatWasCancelledBeforeItWasCreatedIsNeverCharged() {
        OrderCreated order = Orders.paidWith("pm_card_visa");
        topics.tell(Orders.cancelled(order));
        topics.tell(order);
        settled(order);
        assertThat(
                        database.count(
                                """
                                SELECT count(*) FROM payment
                                WHERE order_id = ? AND cancelled_at IS NOT NULL AND amount_minor = 4491
                                """,
                                order.orderId()))
                .isEqualTo(1);
        assertThat(database.calls(order.orderId())).isEmpty();
        assertThat(books.ledger(order.orderId())).isEmpty();
    }

    @Test
    void aCancellationAfterTheCaptureGivesAllOfItBackOnce() {
        OrderCreated order = Orders.paidWith("pm_card_visa");
        topics.tell(order);
        onlyNews(order);
        UUID cancelled = topics.tell(Orders.cancelled(order));
        topics.tell(Orders.cancelled(order));
        await().atMost(BOUND).until(() -> database.told(order.orderId()).size() == 2);
        Told told = database.told(order.orderId()).getLast();
        assertThat(told.type()).isEqualTo("PaymentRefunded.v1");
        assertThat(told.causationId()).isEqualTo(cancelled);
        assertThat(onlyCharge(order).refunded()).isEqualTo(4491);
        assertThat(onlyCharge(order).refunds()).isEqualTo(1);
        assertThat(database.balance(order.orderId())).isZero();
    }

    /// No worker is fast enough: the call is due in an hour.
    @Test
    void aCancellationBeforeTheFirstAttemptWithdrawsTheChargeWithoutACall() {
        OrderCreated order = Orders.paidWith("pm_card_visa");
        begun(order, Ids.next(), Ids.next(), "PENDING", 0, "now() + interval '1 hour'", "NULL");
        topics.tell(Orders.cancelled(order));
        settled(order);
        assertThat(
                        database.count(
                                """
                                SELECT count(*) FROM payment WHERE order_id = ?
                                  AND withdrawn_at IS NOT NULL AND gateway_reference IS NULL
                                """,
                                order.orderId()))
                .isEqualTo(1);
        assertThat(database.told(order.orderId())).isEmpty();
        assertThat(books.ledger(order.orderId())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"pm_card_visa, PaymentSucceeded.v1", ", PaymentFailed.v1"})
    void aChargeThatIsOlderThanItsKeyIsLookedForAndNotMadeAgain(
            @Nullable String chargedWith, String type) {
        OrderCreated order = Orders.paidWith("pm_card_visa");
        UUID payment = Ids.next();
        if (chargedWith != null) {
            gateway.charge(
                    new ChargeRequest(
                            Ids.next(), order.orderId(), payment, order.total(), chargedWith));
        }
        String first = "now() - interval '14 hours'";
        begun(order, payment, Ids.next(), "RUNNING", 1, "now() - interval '1 second'", first);
        Told told = onlyNews(order);
        assertThat(told.type()).isEqualTo(type);
        if (chargedWith == null) {
            assertThat(told.payload()).contains("\"reason\":\"gateway_unavailable\"");
        }
        assertThat(books.ledger(order.orderId())).hasSize(chargedWith == null ? 0 : 1);
    }

    @Test
    void aChargeThatWaitedLongerThanAKeyLastsIsMade() {
        OrderCreated order = Orders.paidWith("pm_card_visa");
        UUID old = before(Ids.next(), Duration.ofHours(30));
        begun(order, Ids.next(), old, "PENDING", 0, "now() - interval '30 hours'", "NULL");
        assertThat(onlyNews(order).type()).isEqualTo("PaymentSucceeded.v1");
        onlyCharge(order);
    }

    @Test
    void aCancellationWhileTheChargeIsUnderWayEndsWithoutMoney() {
        OrderCreated order = Orders.paidWith("pm_card_visa");
        books.behave("{\"latency_ms\": 300}");
        topics.tell(order);
        await().atMost(BOUND)
                .until(() ->
                        database.calls(order.orderId()).stream()
                                .anyMatch(call -> call.attempt() > 0));
        topics.tell(Orders.cancelled(order));
        await().atMost(BOUND).until(() -> database.told(order.orderId()).size() == 2);
        assertThat(database.told(order.orderId()))
                .extracting(Told::type)
                .containsExactly("PaymentSucceeded.v1", "PaymentRefunded.v1");
        assertThat(onlyCharge(order).refunded()).isEqualTo(4491);
    }

    @Test
    void poisonIsADeadLetterByteForByteAndTheOrderBehindItIsCharged() {
        OrderCreated order = Orders.paidWith("pm_card_visa");
        byte[] poison = ("poison " + order.orderId()).getBytes(StandardCharsets.UTF_8);
        topics.tell(order, Ids.next(), poison);
        topics.tell(order);
        onlyNews(order);
        onlyCharge(order);
        await().atMost(BOUND)
                .untilAsserted(() ->
                        assertThat(Broker.all("payments-service.dlq"))
                                .extracting(ConsumerRecord::value)
                                .contains(poison));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error_rate\": 1, \"status\": 500}",
                "{\"error_rate\": 1, \"status\": 429, \"retry_after_s\": 1}",
                "{\"reset_rate\": 1}",
                "{\"timeout_before_charge_rate\": 1, \"timeout_hold_ms\": 1000}",
                "{\"timeout_after_charge_rate\": 1, \"timeout_hold_ms\": 1000}"
            })
    void aTroubledGatewayChargesOnceInTheEnd(String trouble) {
        OrderCreated order = Orders.paidWith("pm_card_visa");
        books.behave(trouble);
        topics.tell(order);
        await().atMost(BOUND)
                .until(() ->
                        database.calls(order.orderId()).stream()
                                .anyMatch(
                                        call -> call.attempt() > 1 && call.lastProblem() != null));
        assertThat(database.told(order.orderId())).isEmpty();
        books.behave(CALM);
        assertThat(onlyNews(order).type()).isEqualTo("PaymentSucceeded.v1");
        onlyCharge(order);
    }

    @Test
    void aGatewayThatIsSlowerThanOurPatienceChargesOnce() {
        OrderCreated order = Orders.paidWith("pm_card_visa");
        books.behave("{\"latency_ms\": 700}");
        topics.tell(order);
        assertThat(onlyNews(order).type()).isEqualTo("PaymentSucceeded.v1");
        assertThat(database.calls(order.orderId()).getFirst().attempt()).isGreaterThan(1);
        onlyCharge(order);
    }

    @Test
    void aWorkerThatDiedAfterTheChargeIsFollowedByOneThatFindsIt() {
        OrderCreated order = Orders.paidWith("pm_card_visa");
        UUID key = Ids.next();
        UUID payment = Ids.next();
        gateway.charge(
                new ChargeRequest(
                        key, order.orderId(), payment, order.total(), order.paymentMethod()));
        String lately = "now() - interval '1 second'";
        begun(order, payment, key, "RUNNING", 1, lately, lately);
        assertThat(onlyNews(order).payload()).contains(onlyCharge(order).reference());
        assertThat(database.calls(order.orderId()))
                .containsExactly(new PaymentsDatabase.Call("charge", "DONE", 2, null));
    }

    @Test
    void manyOrdersAtOnceAreEachChargedOnce() {
        List<OrderCreated> orders =
                Stream.generate(() -> Orders.paidWith("pm_card_visa")).limit(500).toList();
        orders.forEach(order -> topics.tell(order));
        orders.forEach(order -> topics.tell(order));
        List<UUID> ids = orders.stream().map(OrderCreated::orderId).toList();
        String told = "SELECT count(*) FROM outbox_event WHERE order_id = ANY (?::uuid[])";
        await().atMost(BOUND).until(() -> database.count(told, ids) == 500);
        settled(orders.getLast());
        assertThat(database.count(told, ids)).isEqualTo(500);
        assertThat(ids).allSatisfy(id -> assertThat(books.ledger(id)).hasSize(1));
    }

    /// A payment whose charge another worker has, or will have.
    private void begun(
            OrderCreated order,
            UUID payment,
            UUID key,
            String state,
            int attempt,
            String dueAt,
            String begunAt) {
        database.run(
                """
                WITH paid AS (
                  INSERT INTO payment (payment_id, order_id, amount_minor, currency, payment_method)
                  VALUES (?, ?, 4491, 'GBP', 'pm_card_visa') RETURNING order_id, payment_id)
                INSERT INTO effect (id, kind, order_id, subject, state, attempt, next_attempt_at,
                                    lease_until, begun_at, input)
                SELECT ?, 'charge', order_id, 'total', ?, ?, %1$s, %1$s, %2$s,
                       json_build_object('paymentId', payment_id, 'paymentMethod', 'pm_card_visa',
                         'amount', json_build_object('amount', 4491, 'currency', 'GBP'))
                FROM paid
                """
                        .formatted(dueAt, begunAt),
                payment,
                order.orderId(),
                key,
                state,
                attempt);
    }

    /// The id as it would have been made earlier.
    private static UUID before(UUID id, Duration earlier) {
        return new UUID(
                id.getMostSignificantBits() - (earlier.toMillis() << 16),
                id.getLeastSignificantBits());
    }

    private Told onlyNews(OrderCreated order) {
        await().atMost(BOUND).until(() -> !database.told(order.orderId()).isEmpty());
        assertThat(database.told(order.orderId())).hasSize(1);
        return database.told(order.orderId()).getFirst();
    }

    private SimulatedGateway.Row onlyCharge(OrderCreated order) {
        List<SimulatedGateway.Row> rows = books.ledger(order.orderId());
        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst().charges()).isEqualTo(1);
        return rows.getFirst();
    }

    /// Returns once all that was told of this order before is taken: an event behind it has been.
    private void settled(OrderCreated order) {
        UUID marker = topics.tell(order);
        await().atMost(BOUND)
                .until(() ->
                        database.count(
                                        "SELECT count(*) FROM inbox_event WHERE event_id = ?",
                                        marker)
                                == 1);
        await().atMost(BOUND)
                .until(() ->
                        database.calls(order.orderId()).stream()
                                .allMatch(call -> call.state().equals("DONE")));
    }
}
