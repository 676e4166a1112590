package dev.orderstream.shipping.dispatching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderstream.delivery.outbox.Ids;
import dev.orderstream.events.Event;
import dev.orderstream.localstack.teststack.Broker;
import dev.orderstream.shipping.testing.Orders;
import dev.orderstream.shipping.testing.Records;
import dev.orderstream.shipping.testing.Rows;
import dev.orderstream.shipping.testing.StackResource;
import dev.orderstream.shipping.testing.Waiting;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What becomes of a parcel that the carrier does not simply take.
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class CarrierTroubleIT {

    private static final List<String> SHIPPED =
            List.of("ShipmentPrepared.v1", "ShipmentDispatched.v1", "ShipmentDelivered.v1");
    private static final List<String> GIVEN_UP =
            List.of("ShipmentPrepared.v1", "ShipmentCancelled.v1");

    @Inject Rows rows;

    @Test
    void aParcelThatTheCarrierRefusesIsCancelledForThat() {
        UUID order = ordered("REFUSED");

        assertThat(toldOnce(order, GIVEN_UP)).isEqualTo(GIVEN_UP);
        assertThat(reason(order)).containsExactly("carrier-refused");
    }

    @Test
    void aCarrierThatIsAwayIsAskedUntilItTakesTheParcel() {
        UUID order = ordered("SLOW");

        assertThat(toldOnce(order, SHIPPED)).isEqualTo(SHIPPED);
        assertThat(attempts(order))
                .first()
                .satisfies(n -> assertThat(Integer.valueOf(n)).isGreaterThan(1));
    }

    @Test
    void aCarrierThatStaysAwayIsGivenUp() {
        UUID order = ordered("AWAY");
        awaitAttempts(order);
        assertThat(rows.told(order)).containsExactly("ShipmentPrepared.v1");

        rows.waitForDays(List.of(order));

        assertThat(toldOnce(order, GIVEN_UP)).isEqualTo(GIVEN_UP);
        assertThat(reason(order)).containsExactly("carrier-unavailable");
    }

    @Test
    void aParcelThatTheCarrierHasAfterAllIsDispatchedWhenItIsGivenUp() {
        UUID order = ordered("LOST");
        awaitAttempts(order);

        rows.waitForDays(List.of(order));

        assertThat(toldOnce(order, SHIPPED)).isEqualTo(SHIPPED);
    }

    @Test
    void aCancellationWhileTheCarrierIsAwayWithdrawsTheParcel() {
        UUID order = ordered("AWAY");
        awaitAttempts(order);

        send(Orders.cancel(order), Orders.cancel(order));

        assertThat(toldOnce(order, GIVEN_UP)).isEqualTo(GIVEN_UP);
        assertThat(reason(order)).containsExactly("cancellation-requested");
    }

    @Test
    void anExpiryWhileTheCarrierIsAwayIsAnsweredAsOne() {
        UUID order = ordered("AWAY");
        awaitAttempts(order);

        send(Orders.expire(order));

        assertThat(toldOnce(order, GIVEN_UP)).isEqualTo(GIVEN_UP);
        assertThat(reason(order)).containsExactly("order-expired");
    }

    @Test
    void anExpiryBeforeThePaymentIsAnsweredAsOne() {
        UUID order = Ids.next();
        List<String> cancelled = List.of("ShipmentCancelled.v1");

        send(Orders.created(order), Orders.expire(order));

        assertThat(toldOnce(order, cancelled)).isEqualTo(cancelled);
        assertThat(reason(order)).containsExactly("order-expired");
    }

    @Test
    void aCancellationOfAParcelThatTheCarrierHasAfterAllIsTooLate() {
        UUID order = ordered("LOST");
        awaitAttempts(order);

        send(Orders.cancel(order));

        assertThat(toldOnce(order, SHIPPED)).isEqualTo(SHIPPED);
        assertThat(rows.texts("SELECT cancelled_reason FROM shipment WHERE order_id = ?", order))
                .containsOnlyNulls();
    }

    @Test
    void aParcelThatNobodyAskedTheCarrierForIsDroppedIfItIsCancelled() {
        // Asked to withdraw it, this carrier would say that it has the parcel.
        UUID order = ordered("LOST");
        awaitAttempts(order);
        becomeOneThatFoundNoRoom(order);

        send(Orders.cancel(order));
        assertThat(Waiting.until(List.of("t"), () -> cancellationKnown(order)))
                .containsExactly("t");
        findRoom(order);

        assertThat(toldOnce(order, GIVEN_UP)).isEqualTo(GIVEN_UP);
        assertThat(reason(order)).containsExactly("cancellation-requested");
        assertThat(attempts(order)).containsExactly("1");
    }

    @Test
    void aParcelThatWaitedForDaysBeforeTheCarrierWasAskedIsBookedLikeANewOne() {
        UUID order = ordered("SLOW");
        awaitAttempts(order);
        becomeOneThatFoundNoRoom(order);
        rows.change(
                "UPDATE shipment SET handing_over_at = handing_over_at - interval '4 days'"
                        + " WHERE order_id = ?",
                order);

        findRoom(order);

        assertThat(toldOnce(order, SHIPPED)).isEqualTo(SHIPPED);
    }

    @Test
    void aParcelWhoseWorkerDiedIsWithdrawnIfNobodyWantsItAnyMore() {
        UUID order = Ids.next();
        send(Orders.created(order, "AWAY"), Orders.paid(order));
        awaitAttempts(order);
        rows.change(
                """
                UPDATE effect SET state = 'RUNNING', next_attempt_at = now(),
                                  lease_until = now() + interval '1 second'
                WHERE order_id = ? AND kind = 'dispatch'
                """,
                order);

        send(Orders.cancel(order));

        assertThat(toldOnce(order, GIVEN_UP)).isEqualTo(GIVEN_UP);
        assertThat(reason(order)).containsExactly("cancellation-requested");
    }

    private static UUID ordered(String postalCode) {
        UUID order = Ids.next();
        send(Orders.created(order, postalCode), Orders.paid(order));
        return order;
    }

    /// As if so many parcels were being handed over that this one had to wait for its first
    /// attempt.
    private void becomeOneThatFoundNoRoom(UUID order) {
        rows.change(
                """
                UPDATE effect SET state = 'PENDING', attempt = 0, begun_at = NULL, lease_until = NULL,
                                  next_attempt_at = now() + interval '1 day'
                WHERE order_id = ? AND kind = 'dispatch'
                """,
                order);
    }

    private void findRoom(UUID order) {
        rows.change(
                "UPDATE effect SET next_attempt_at = now() WHERE order_id = ? AND kind = 'dispatch'",
                order);
    }

    private List<String> cancellationKnown(UUID order) {
        return rows.texts(
                "SELECT cancellation_requested_at IS NOT NULL FROM shipment WHERE order_id = ?",
                order);
    }

    private void awaitAttempts(UUID order) {
        assertThat(
                        Waiting.until(
                                List.of("t"),
                                () ->
                                        rows.texts(
                                                "SELECT attempt > 1 FROM effect"
                                                        + " WHERE order_id = ? AND kind = 'dispatch'",
                                                order)))
                .containsExactly("t");
    }

    private List<String> attempts(UUID order) {
        return rows.texts(
                "SELECT attempt FROM effect WHERE order_id = ? AND kind = 'dispatch'", order);
    }

    private List<String> toldOnce(UUID order, List<String> expected) {
        return Waiting.until(expected, () -> rows.told(order));
    }

    private List<String> reason(UUID order) {
        return rows.texts(
                """
                SELECT payload::json ->> 'reason' FROM outbox_event
                WHERE order_id = ? AND type = 'ShipmentCancelled.v1'
                """,
                order);
    }

    private static void send(Event... events) {
        Broker.send(Stream.of(events).map(Records::of).toList());
    }
}
